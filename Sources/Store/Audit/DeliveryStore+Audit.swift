import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// The log's tables; made on the first line, so that a store without a log stays as it was.
    static let auditSchema = """
        CREATE TABLE IF NOT EXISTS audit (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
            facts TEXT NOT NULL, sealed BLOB NOT NULL, hash BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS checkpoint (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, hash BLOB NOT NULL,
            signature BLOB NOT NULL);
        """

    /// Appends events to the audit log and signs a checkpoint, all or nothing.
    ///
    /// - Parameters:
    ///   - events: what happened, in its order.
    ///   - now: the time.
    /// - Throws: ``StoreError``.
    public func log(_ events: [AuditEvent], at now: UTCInstant) throws {
        guard !events.isEmpty else { return }
        try write { database in try append(events, at: now, in: database) }
    }

    /// The key by which checkpoints are signed, for whoever wants to check them elsewhere.
    ///
    /// 32 bytes, Ed25519 (RFC 8032).
    public func auditPublicKey() throws -> [UInt8] {
        Array(try signingKey().publicKey.rawRepresentation)
    }

    func append(_ events: [AuditEvent], at now: UTCInstant, in database: Database) throws {
        guard !events.isEmpty else { return }
        try database.execute(sql: DeliveryStore.auditSchema)
        let seal = auditSeal
        let last = try Row.fetchOne(
            database,
            sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"
        )
        // Behind a tail that was cut off the numbers go on where a checkpoint says it had come, so
        // that the gap stays to be seen.
        let signed = try Int.fetchOne(database, sql: "SELECT max(number) FROM checkpoint") ?? 0
        var number = max(signed, last.map { $0["number"] as Int } ?? 0)
        var previous = last.map { Array($0["hash"] as Data) } ?? seal.origin
        for event in events {
            number += 1
            let facts = AuditSeal.text(event.facts)
            let open = AuditSeal.open(
                number: number,
                at: now.description,
                kind: event.kind.rawValue,
                role: event.role.rawValue,
                facts: facts
            )
            let sealed = try seal.seal(
                AuditSeal.Content(
                    number: number,
                    previous: previous,
                    actor: event.actor,
                    sealed: event.sealed
                ),
                over: open
            )
            previous = AuditSeal.hash(after: previous, open, sealed: Array(sealed))
            try database.execute(
                sql: "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    number, now.description, event.kind.rawValue, event.role.rawValue, facts,
                    sealed, Data(previous),
                ]
            )
        }
        let checkpoint = try AuditCheckpoint.signed(
            number: number,
            at: now,
            hash: previous,
            store: identity,
            by: signingKey()
        )
        try database.execute(
            sql: "INSERT INTO checkpoint VALUES (?, ?, ?, ?)",
            arguments: [
                number, now.description, Data(previous), Data(checkpoint.signature),
            ]
        )
    }

    var auditSeal: AuditSeal {
        AuditSeal(key: secret(for: .audit), store: identity)
    }

    func signingKey() throws -> Curve25519.Signing.PrivateKey {
        // The seed is a code under a derived key: key bytes themselves are given out by nobody.
        let seed = HMAC<SHA256>.authenticationCode(
            for: Array("ed25519 seed".utf8),
            using: secret(for: .signing)
        )
        return try Curve25519.Signing.PrivateKey(rawRepresentation: Array(seed))
    }
}
