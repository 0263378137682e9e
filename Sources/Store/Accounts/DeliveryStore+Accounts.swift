public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// The tables of accounts; made with the first, so that a store without one stays as it was.
    static let accountSchema = """
        CREATE TABLE IF NOT EXISTS account (place BLOB PRIMARY KEY, sealed BLOB NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS session (
            place BLOB PRIMARY KEY, owner BLOB NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS usedForm (place BLOB PRIMARY KEY, at INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS loginFailure (place BLOB PRIMARY KEY, sealed BLOB NOT NULL)
            WITHOUT ROWID;
        """

    var accountSeal: AccountSeal { AccountSeal(key: secret(for: .account), store: identity) }

    /// Whether anybody has an account: from then on acting asks for one.
    public func hasAccounts() throws -> Bool {
        try read { database in
            guard try database.tableExists("account") else { return false }
            return try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM account)")
                ?? false
        }
    }

    /// The accounts, by name.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when one does not open.
    public func accounts() throws -> [Account] {
        let rows = try read { database in
            guard try database.tableExists("account") else { return [Row]() }
            return try Row.fetchAll(database, sql: "SELECT * FROM account")
        }
        return try rows.map { row in
            guard let account: Account = accountSeal.open(row["sealed"], at: row["place"]) else {
                throw StoreError.damaged(path: path, reason: "an account")
            }
            return account
        }.sorted { $0.name < $1.name }
    }

    /// The account of a name, whatever its capitals and blanks.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when it does not open.
    public func account(named name: String) throws -> Account? {
        try account(at: accountPlace(name))
    }

    /// Writes an account; its sessions of an earlier generation end.
    ///
    /// - Parameters:
    ///   - account: the account.
    ///   - isNew: whether there may be none of its name yet.
    ///   - now: the time.
    ///   - event: what the audit log keeps of it.
    /// - Returns: `false` when there is one already, or none; then nothing is written.
    /// - Throws: ``StoreError``.
    public func save(
        _ account: Account,
        isNew: Bool,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws -> Bool {
        let place = accountPlace(account.name)
        let sealed = try accountSeal.seal(account, at: place)
        return try write { database in
            try database.execute(sql: DeliveryStore.accountSchema)
            let exists =
                try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM account WHERE place = ?)",
                    arguments: [place]
                ) ?? false
            guard exists != isNew else { return false }
            try database.execute(
                sql: "INSERT OR REPLACE INTO account VALUES (?, ?)",
                arguments: [place, sealed]
            )
            try database.execute(sql: "DELETE FROM session WHERE owner = ?", arguments: [place])
            try append([event], at: now, in: database)
            return true
        }
    }

    /// Removes an account with its sessions.
    ///
    /// - Returns: `false` when there is none of that name.
    /// - Throws: ``StoreError``.
    public func removeAccount(
        named name: String,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws -> Bool {
        let place = accountPlace(name)
        return try write { database in
            try database.execute(sql: DeliveryStore.accountSchema)
            try database.execute(sql: "DELETE FROM account WHERE place = ?", arguments: [place])
            guard database.changesCount > 0 else { return false }
            try database.execute(sql: "DELETE FROM session WHERE owner = ?", arguments: [place])
            try append([event], at: now, in: database)
            return true
        }
    }

    func accountPlace(_ name: String) -> Data {
        accountSeal.place("account", Account.folded(name))
    }

    func account(at place: Data) throws -> Account? {
        let sealed = try read { database -> Data? in
            guard try database.tableExists("account") else { return nil }
            return try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM account WHERE place = ?",
                arguments: [place]
            )
        }
        guard let sealed else { return nil }
        guard let account: Account = accountSeal.open(sealed, at: place) else {
            throw StoreError.damaged(path: path, reason: "an account")
        }
        return account
    }
}
