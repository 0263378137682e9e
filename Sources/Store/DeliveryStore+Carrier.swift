import Foundation
import GRDB

extension DeliveryStore {
    /// How persons are named in the deliveries of a domain, or `nil` before the first.
    public func carrier(of domain: String) throws -> String? {
        try read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT value FROM meta WHERE name = ?",
                arguments: ["carrier:" + domain]
            )
        }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Settles how persons are named in the deliveries of a domain; what was settled stays.
    public func settle(carrier: String, of domain: String) throws {
        try write { database in
            try database.execute(
                sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                arguments: ["carrier:" + domain, Data(carrier.utf8)]
            )
        }
    }
}
