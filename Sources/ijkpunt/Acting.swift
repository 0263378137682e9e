import ArgumentParser
import Domain
import Foundation
import Store

/// Who acts at this terminal, for the audit log.
struct ActingOptions: ParsableArguments {
    @Option(
        help: """
            Who acts, for the audit log; by default the account that logged in, else that of the \
            machine.
            """
    )
    var by: String?

    /// The actor in a role.
    ///
    /// Where the store has accounts it is the one that logged in, in its own role, and a name that
    /// was given stands beside it as a claim. In a store without accounts that name stands in place
    /// of the account of the machine, and nothing proves who somebody is.
    func actor(_ role: Role) -> AuditActor {
        Acting.actor(role, name: by)
    }
}

/// Who acts, and the time.
enum Acting {
    /// An actor of this account, under a name of its own where one is given.
    static func actor(_ role: Role, name: String? = nil) -> AuditActor {
        if let account = CommandGate.account {
            return AuditActor(name: account.name, role: account.role, claimed: name, now: now)
        }
        return AuditActor(name: name ?? NSUserName(), role: role, now: now)
    }

    /// The time.
    @Sendable static func now() -> UTCInstant {
        UTCInstant(seconds: Int64(Date().timeIntervalSince1970))
    }
}
