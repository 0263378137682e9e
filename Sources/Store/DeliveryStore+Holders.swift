import Foundation
import GRDB
public import Domain

extension DeliveryStore {
    /// Made with the first register; a vintage is never changed, a later one stands beside it.
    private static let holderSchema = """
        CREATE TABLE IF NOT EXISTS holder_register (
            vintage INTEGER PRIMARY KEY, sealed BLOB NOT NULL)
        """

    /// The newest register of holders as it was given, or `nil` when there is none.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when it is not as it was sealed.
    public func holderRegister() throws -> String? {
        let row = try read { database -> Row? in
            guard try database.tableExists("holder_register") else { return nil }
            return try Row.fetchOne(
                database,
                sql: "SELECT vintage, sealed FROM holder_register ORDER BY vintage DESC LIMIT 1"
            )
        }
        guard let row else { return nil }
        let vintage: Int = row["vintage"]
        guard let text = deliveryFacts.open(row["sealed"], of: "holders \(vintage)")?.values.first
        else { throw StoreError.damaged(path: path, reason: "holder_register") }
        return text
    }

    /// Keeps a register of holders beside the earlier ones, and logs, all or nothing.
    ///
    /// - Returns: its vintage, from 1.
    public func keep(
        holderRegister text: String,
        logging event: (Int) -> AuditEvent,
        at now: UTCInstant
    ) throws -> Int {
        try write { database in
            try database.execute(sql: DeliveryStore.holderSchema)
            let last = try Int.fetchOne(
                database,
                sql: "SELECT coalesce(max(vintage), 0) FROM holder_register"
            )
            let vintage = (last ?? 0) + 1
            let sealed = try deliveryFacts.seal([("register", text)], of: "holders \(vintage)")
            try database.execute(
                sql: "INSERT INTO holder_register VALUES (?, ?)",
                arguments: [vintage, sealed]
            )
            try append([event(vintage)], at: now, in: database)
            return vintage
        }
    }
}
