import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// A part of what is kept of released figures: under which name, and what.
    public typealias KeptPart = (name: String, bytes: [UInt8])

    /// Made with the first release; a vintage is never changed, a later one stands beside it.
    private static let keptSchema = """
        CREATE TABLE IF NOT EXISTS kept_cube (
            name TEXT NOT NULL, vintage INTEGER NOT NULL, sealed BLOB NOT NULL,
            PRIMARY KEY (name, vintage)) WITHOUT ROWID
        """

    /// The secret that decides how ties in rounding fall.
    public var roundingSecret: [UInt8] { key.roundingSecret }

    /// The newest vintage of everything that is kept of released figures.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` where a part is not as it was sealed.
    public func keptParts() throws -> [KeptPart] {
        let rows = try read { database -> [Row] in
            guard try database.tableExists("kept_cube") else { return [] }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT name, max(vintage) AS vintage, sealed FROM kept_cube
                    GROUP BY name ORDER BY name
                    """
            )
        }
        return try rows.map { row in
            let name: String = row["name"]
            return (name, try opened(row["sealed"], name, row["vintage"]))
        }
    }

    /// How many vintages of a name are kept.
    public func keptVintages(of name: String) throws -> Int {
        try read { database in
            guard try database.tableExists("kept_cube") else { return 0 }
            return try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM kept_cube WHERE name = ?",
                arguments: [name]
            ) ?? 0
        }
    }

    /// Keeps parts that differ from their newest vintage, and logs, all or nothing.
    ///
    /// - Parameters:
    ///   - parts: what leaves were counted and printed as.
    ///   - releases: tables to add to the ledger of what was ever released.
    ///   - events: what the audit log keeps of it.
    ///   - now: the time.
    /// - Throws: ``StoreError``.
    public func keep(
        _ parts: [KeptPart],
        releasing releases: [NewLedgerTable] = [],
        logging events: [AuditEvent],
        at now: UTCInstant
    ) throws {
        try write { database in
            try database.execute(sql: DeliveryStore.keptSchema)
            for part in parts {
                let last = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT vintage, sealed FROM kept_cube WHERE name = ?
                        ORDER BY vintage DESC LIMIT 1
                        """,
                    arguments: [part.name]
                )
                var vintage = 1
                if let last {
                    guard try opened(last["sealed"], part.name, last["vintage"]) != part.bytes
                    else {
                        continue
                    }
                    vintage = last["vintage"] + 1
                }
                let box = try AES.GCM.seal(
                    part.bytes,
                    using: secret(for: .cube),
                    authenticating: DeliveryStore.label(part.name, vintage, identity)
                )
                try database.execute(
                    sql: "INSERT INTO kept_cube VALUES (?, ?, ?)",
                    arguments: [part.name, vintage, box.combined ?? Data()]
                )
            }
            try addToLedger(releases, at: now, in: database)
            try append(events, at: now, in: database)
        }
    }

    private func opened(_ sealed: Data, _ name: String, _ vintage: Int) throws -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(
                box,
                using: secret(for: .cube),
                authenticating: DeliveryStore.label(name, vintage, identity)
            )
        else { throw StoreError.damaged(path: path, reason: "the kept cube \(name)") }
        return Array(bytes)
    }

    private static func label(
        _ name: String,
        _ vintage: Int,
        _ identity: StoreIdentity
    ) -> [UInt8] {
        identity.bytes + Array("ijkpunt/2 cube \(vintage) \(name)".utf8)
    }
}
