import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// Begins a session and gives its token: 256 random bits, written nowhere in the store.
    ///
    /// - Throws: ``StoreError``.
    public func beginSession(
        of account: Account,
        in place: Session.Place,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws -> String {
        let token = DeliveryStore.randomBytes(32).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        let session = Session(
            account: account.name,
            generation: account.generation,
            begun: now.seconds,
            seen: now.seconds,
            place: place
        )
        let key = DeliveryStore.hashed(token)
        let sealed = try accountSeal.seal(session, at: key)
        try write { database in
            try database.execute(sql: DeliveryStore.accountSchema)
            try database.execute(
                sql: "INSERT INTO session VALUES (?, ?, ?)",
                arguments: [key, accountPlace(account.name), sealed]
            )
            try append([event], at: now, in: database)
        }
        return token
    }

    /// The account and session of a token, which counts as used now.
    ///
    /// A session that has ended is removed.
    ///
    /// - Parameters:
    ///   - token: the token, as it came in.
    ///   - longest: seconds after which a session ends, whatever is done.
    ///   - idle: seconds without use after which it ends.
    ///   - now: the time.
    /// - Returns: the account as it is now, and the session.
    /// - Throws: ``Session/Ending`` or ``StoreError``.
    public func session(
        token: String,
        longest: Int,
        idle: Int,
        at now: UTCInstant
    ) throws -> (account: Account, session: Session) {
        let key = DeliveryStore.hashed(token)
        let found = try read { database -> (Data, Data)? in
            guard try database.tableExists("session"),
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT owner, sealed FROM session WHERE place = ?",
                    arguments: [key]
                )
            else { return nil }
            return (row["owner"], row["sealed"])
        }
        guard let (owner, sealed) = found,
            var session: Session = accountSeal.open(sealed, at: key),
            owner == accountPlace(session.account)
        else { throw Session.Ending.unknown }
        let account = try account(at: owner)
        var ending = session.ending(at: now, longest: longest, idle: idle)
        if account?.generation != session.generation || account?.isLocked != false {
            ending = .accountChanged
        }
        guard let account, ending == nil else {
            try endSession(token: token, at: now, logging: [])
            throw ending ?? .accountChanged
        }
        session.seen = now.seconds
        let renewed = try accountSeal.seal(session, at: key)
        try write { database in
            // Nothing is brought back that somebody ended meanwhile.
            try database.execute(
                sql: "UPDATE session SET sealed = ? WHERE place = ?",
                arguments: [renewed, key]
            )
        }
        return (account, session)
    }

    /// Ends a session, if there is one of that token.
    ///
    /// - Throws: ``StoreError``.
    public func endSession(
        token: String,
        at now: UTCInstant,
        logging events: [AuditEvent]
    ) throws {
        try write { database in
            try database.execute(sql: DeliveryStore.accountSchema)
            try database.execute(
                sql: "DELETE FROM session WHERE place = ?",
                arguments: [DeliveryStore.hashed(token)]
            )
            try append(events, at: now, in: database)
        }
    }

    /// Takes a form once: a second time it gives `false`.
    ///
    /// - Parameters:
    ///   - form: the random mark of the form.
    ///   - keeping: seconds for which it is remembered: no less than a session can last.
    ///   - now: the time.
    /// - Returns: whether it was the first time.
    /// - Throws: ``StoreError``.
    public func useForm(_ form: String, keeping: Int, at now: UTCInstant) throws -> Bool {
        try write { database in
            try database.execute(sql: DeliveryStore.accountSchema)
            try database.execute(
                sql: "DELETE FROM usedForm WHERE at < ?",
                arguments: [now.seconds - Int64(keeping)]
            )
            try database.execute(
                sql: "INSERT OR IGNORE INTO usedForm VALUES (?, ?)",
                arguments: [DeliveryStore.hashed(form), now.seconds]
            )
            return database.changesCount > 0
        }
    }

    private static func hashed(_ token: String) -> Data {
        Data(SHA256.hash(data: Array(token.utf8)))
    }
}
