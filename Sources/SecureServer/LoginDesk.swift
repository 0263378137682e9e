public import Definitions
public import Domain
public import Keys
public import Store
import Synchronization

/// *Balie*: lets people in by name and password, and makes those wait who fail.
///
/// One attempt is looked at after the other, so that nobody can try many before the first is
/// counted, and scrypt takes its memory once.
public final class LoginDesk: Sendable {
    private let store: DeliveryStore
    private let rules: LoginRules
    private let now: @Sendable () -> UTCInstant
    /// Tried in place of the password of a name that does not exist, which takes as long.
    private let decoy: PasswordHash
    private let turn = Mutex<Void>(())

    /// Opens the desk.
    ///
    /// - Parameters:
    ///   - store: the store with the accounts.
    ///   - rules: what a password costs, and how often logging in may fail.
    ///   - now: the clock.
    /// - Throws: an error of the library when the cost of scrypt cannot be.
    public init(
        store: DeliveryStore,
        rules: LoginRules,
        now: @escaping @Sendable () -> UTCInstant
    ) throws {
        self.store = store
        self.rules = rules
        self.now = now
        decoy = try LoginDesk.hash("", rules)
    }

    /// Hashes a password by the rules.
    ///
    /// - Throws: an error of the library when the cost of scrypt cannot be.
    public static func hash(_ password: String, _ rules: LoginRules) throws -> PasswordHash {
        try PasswordHash(
            password,
            rounds: rules.scryptRounds,
            block: rules.scryptBlock,
            parallel: rules.scryptParallel
        )
    }

    /// Begins a session.
    ///
    /// - Parameters:
    ///   - name: the name, as it was typed.
    ///   - password: the password.
    ///   - address: where the attempt comes from: an address, or `terminal`.
    ///   - place: a page or a terminal.
    /// - Returns: the token of a new session, and the account.
    /// - Throws: ``LoginRefusal``, which is logged and counted, or `StoreError`.
    public func login(
        name: String,
        password: String,
        address: String,
        place: Session.Place
    ) throws -> (token: String, account: Account) {
        try turn.withLock { _ in
            let subjects = ["name \(Account.folded(name))", "address \(address)"]
            let account = try store.account(named: name)
            let wait = try max(
                wait(subjects[0], free: rules.freeFailures),
                wait(subjects[1], free: rules.freeFailuresOfAddress)
            )
            guard wait == 0 else {
                try store.log([event(account, "waiting", address, place)], at: now())
                throw LoginRefusal.wait(seconds: wait)
            }
            let fits = (account?.password ?? decoy).fits(password)
            guard fits, let account, !account.isLocked else {
                try store.note(
                    failure: true,
                    of: subjects,
                    forgettingAfter: rules.failureHours,
                    at: now(),
                    logging: [event(account, "refused", address, place)]
                )
                throw LoginRefusal.wrong
            }
            // The address stays counted: else one's own account would buy guesses at others'.
            try store.note(
                failure: false,
                of: [subjects[0]],
                forgettingAfter: rules.failureHours,
                at: now(),
                logging: []
            )
            let token = try store.beginSession(
                of: account,
                in: place,
                at: now(),
                logging: event(account, "done", address, place)
            )
            return (token, account)
        }
    }

    /// Seconds still to wait; the whole wait when the clock was put back.
    private func wait(_ subject: String, free: Int) throws -> Int {
        let failures = try store.loginFailures(of: subject)
        let whole = rules.wait(after: failures.count, free: free)
        let since = max(0, now().seconds - failures.last)
        return max(0, whole - Int(min(since, Int64(whole))))
    }

    /// A name that nobody has is not written down: it may be a password typed in the wrong field.
    private func event(
        _ account: Account?,
        _ outcome: String,
        _ address: String,
        _ place: Session.Place
    ) -> AuditEvent {
        AuditEvent(
            .login,
            role: account?.role ?? .public,
            actor: account?.name ?? "",
            facts: ["outcome": outcome, "place": place.rawValue],
            sealed: ["address": address]
        )
    }
}

/// Why nobody was let in; neither says whether there is an account of that name.
public enum LoginRefusal: Error, Equatable, Sendable {
    /// The name or the password is wrong, or the account is locked.
    case wrong
    /// It failed too often; seconds to wait.
    case wait(seconds: Int)
}
