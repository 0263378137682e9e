import Definitions
import Domain
import Foundation
import SecureServer
import Store
import Synchronization

/// *Poort van de opdrachtregel*: who runs this command, and whether their role may.
///
/// It stands where stores are opened, so that no command goes round it. A store without accounts
/// lets everybody through, as it did before there were any.
enum CommandGate {
    private struct State {
        var command = ""
        var rules: LoginRules?
        var account: Account?
    }

    private static let state = Mutex(State())

    /// The account that logged in, once a store with accounts was opened.
    static var account: Account? { state.withLock { $0.account } }

    /// Notes the words of the command that runs.
    static func set(command: String) { state.withLock { $0.command = command } }

    /// Notes the rules by which sessions end.
    static func set(rules: LoginRules) { state.withLock { $0.rules = rules } }

    /// Lets the command go on, or refuses and logs it.
    static func admit(to store: DeliveryStore) throws {
        guard try store.hasAccounts() else { return }
        let (command, rules) = state.withLock { ($0.command, $0.rules) }
        let account: Account
        do {
            guard let rules, let token = try SessionFile(store: store).token() else {
                throw Complaint.AccountError.loginNeeded
            }
            account = try store.session(
                token: token,
                longest: rules.sessionMinutes * 60,
                idle: rules.idleMinutes * 60,
                at: Acting.now()
            ).account
        } catch let ending as Session.Ending {
            try refuse("session-\(ending.rawValue)", command, nil, store)
            throw Complaint.AccountError.session(ending)
        } catch Complaint.AccountError.loginNeeded {
            try refuse("no-session", command, nil, store)
            throw Complaint.AccountError.loginNeeded
        }
        guard AccessTable.allows(account.role, command: command) else {
            try refuse("role", command, account, store)
            throw Complaint.AccountError.forbidden(role: account.role, command: command)
        }
        state.withLock { $0.account = account }
    }

    /// Refuses another's account to everyone but an administrator.
    static func requireOwn(_ name: String) throws {
        guard let account, account.role != .administrator,
            Account.folded(account.name) != Account.folded(name)
        else { return }
        throw Complaint.AccountError.forbidden(
            role: account.role,
            command: state.withLock { $0.command }
        )
    }

    private static func refuse(
        _ code: String,
        _ command: String,
        _ account: Account?,
        _ store: DeliveryStore
    ) throws {
        let event = AuditEvent(
            .refusal,
            role: account?.role ?? .public,
            actor: account?.name ?? "",
            facts: ["code": code, "command": command],
            sealed: ["machine-account": NSUserName()]
        )
        try store.log([event], at: Acting.now())
    }
}
