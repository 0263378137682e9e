public import Definitions
import Foundation
public import Domain
public import Store

/// *Accountbeheer*: makes, changes and removes accounts, each with a line of the audit log.
public struct AccountDesk {
    private let store: DeliveryStore
    private let definitions: DefinitionSet
    private let actor: AuditActor

    /// Opens the desk for whoever stands at it.
    public init(store: DeliveryStore, definitions: DefinitionSet, actor: AuditActor) {
        self.store = store
        self.definitions = definitions
        self.actor = actor
    }

    /// Makes an account.
    ///
    /// - Parameters:
    ///   - name: the name; letters, digits, blanks, and `.-_@'`.
    ///   - role: the role.
    ///   - scope: the code of a holder or municipality, where the role has that limit.
    ///   - password: the password.
    /// - Throws: ``AccountMistake``, or `StoreError`.
    public func add(name: String, role: Role, scope: String?, password: String) throws {
        guard isName(name) else { throw AccountMistake.badName }
        try check(role, scope)
        try check(password)
        guard try role == .administrator || store.hasAccounts() else {
            throw AccountMistake.firstIsAdministrator
        }
        let account = Account(
            name: name,
            role: role,
            scope: scope,
            password: try LoginDesk.hash(password, definitions.login)
        )
        guard try write(account, isNew: true, "added") else { throw AccountMistake.exists }
    }

    /// Gives an account another role; its sessions end.
    ///
    /// - Throws: ``AccountMistake``, or `StoreError`.
    public func setRole(_ role: Role, scope: String?, of name: String) throws {
        try check(role, scope)
        try change(name, "role") { account in
            account.role = role
            account.scope = scope
        }
    }

    /// Gives an account another password; its sessions end.
    ///
    /// - Throws: ``AccountMistake``, or `StoreError`.
    public func setPassword(_ password: String, of name: String) throws {
        try check(password)
        let hash = try LoginDesk.hash(password, definitions.login)
        try change(name, "password") { $0.password = hash }
    }

    /// Locks an account, or unlocks it; its sessions end, and its failures are forgotten.
    ///
    /// - Throws: ``AccountMistake``, or `StoreError`.
    public func setLock(_ isLocked: Bool, of name: String) throws {
        try change(name, isLocked ? "locked" : "unlocked") { $0.isLocked = isLocked }
        guard !isLocked else { return }
        try store.note(
            failure: false,
            of: ["name \(Account.folded(name))"],
            forgettingAfter: definitions.login.failureHours,
            at: actor.now(),
            logging: []
        )
    }

    /// Removes an account with its sessions; the log keeps what was done with it.
    ///
    /// - Throws: ``AccountMistake``, or `StoreError`.
    public func remove(_ name: String) throws {
        guard let account = try store.account(named: name) else { throw AccountMistake.unknown }
        try keepAdministrator(without: account)
        _ = try store.removeAccount(
            named: name,
            at: actor.now(),
            logging: event(account, "removed")
        )
    }

    private func change(_ name: String, _ what: String, _ body: (inout Account) -> Void) throws {
        guard let before = try store.account(named: name) else { throw AccountMistake.unknown }
        var account = before
        body(&account)
        if account.role != .administrator || account.isLocked {
            try keepAdministrator(without: before)
        }
        account.generation += 1
        guard try write(account, isNew: false, what) else { throw AccountMistake.unknown }
    }

    /// Somebody has to be left who can make accounts, unless none is left at all.
    private func keepAdministrator(without account: Account) throws {
        guard account.role == .administrator, !account.isLocked else { return }
        let others = try store.accounts().filter { $0.name != account.name }
        let isLeft = others.contains { $0.role == .administrator && !$0.isLocked }
        guard others.isEmpty || isLeft else { throw AccountMistake.lastAdministrator }
    }

    private func write(_ account: Account, isNew: Bool, _ what: String) throws -> Bool {
        try store.save(account, isNew: isNew, at: actor.now(), logging: event(account, what))
    }

    private func event(_ account: Account, _ what: String) -> AuditEvent {
        actor.event(
            .account,
            ["change": what, "role": account.role.rawValue],
            sealed: ["account": account.name]
        )
    }

    /// Latin letters alone: another script has signs that look the same and make another name.
    private func isName(_ name: String) -> Bool {
        !Account.folded(name).isEmpty && name.count <= 60
            && name.precomposedStringWithCanonicalMapping.unicodeScalars.allSatisfy { sign in
                " .-_@'0123456789".unicodeScalars.contains(sign)
                    || (sign.properties.isAlphabetic && sign.value < 0x250)
            }
    }

    private func check(_ role: Role, _ scope: String?) throws {
        let needsScope = role == .holder || role == .municipality
        guard role != .public else { throw AccountMistake.noLogin }
        guard needsScope == (scope != nil) else {
            throw needsScope ? AccountMistake.scopeNeeded : AccountMistake.scopeOdd
        }
        if role == .municipality, let scope,
            !definitions.regions.isKnown(scope)
        {
            throw AccountMistake.unknownMunicipality
        }
    }

    private func check(_ password: String) throws {
        let shortest = definitions.login.shortestPassword
        guard password.count >= shortest, password.utf8.count <= 1024 else {
            throw AccountMistake.badPassword(shortest: shortest)
        }
    }
}

/// Why an account was not made or changed.
public enum AccountMistake: Error, Equatable, Sendable {
    /// The name is empty, too long or has other signs.
    case badName
    /// There is an account of that name, or one that differs in capitals and blanks alone.
    case exists
    /// There is no account of that name.
    case unknown
    /// The password is too short or too long.
    case badPassword(shortest: Int)
    /// A holder and a municipality are limited to a code.
    case scopeNeeded
    /// Other roles have no code.
    case scopeOdd
    /// The code is no municipality.
    case unknownMunicipality
    /// The public has no account.
    case noLogin
    /// The first account makes the others.
    case firstIsAdministrator
    /// Nobody would be left who can make accounts.
    case lastAdministrator

    /// A short code, for the texts.
    public var code: String {
        switch self {
        case .badName: "bad-name"
        case .exists: "exists"
        case .unknown: "unknown"
        case .badPassword: "bad-password"
        case .scopeNeeded: "scope-needed"
        case .scopeOdd: "scope-odd"
        case .unknownMunicipality: "unknown-municipality"
        case .noLogin: "no-login"
        case .firstIsAdministrator: "first-is-administrator"
        case .lastAdministrator: "last-administrator"
        }
    }
}
