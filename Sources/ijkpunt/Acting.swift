import ArgumentParser
import Domain
import Foundation
import Store

/// Who acts at this terminal, for the audit log.
struct ActingOptions: ParsableArguments {
    @Option(help: "Who acts, for the audit log; by default the account of the machine.")
    var by: String?

    /// The actor in a role.
    ///
    /// A name that was given stands in place of the account of the machine. It is a claim: until
    /// people log in, nothing here proves who somebody is.
    func actor(_ role: Role) -> AuditActor {
        Acting.actor(role, name: by)
    }
}

/// Who acts, and the time.
enum Acting {
    /// An actor of this account, under a name of its own where one is given.
    static func actor(_ role: Role, name: String? = nil) -> AuditActor {
        AuditActor(name: name ?? NSUserName(), role: role) {
            UTCInstant(seconds: Int64(Date().timeIntervalSince1970))
        }
    }
}
