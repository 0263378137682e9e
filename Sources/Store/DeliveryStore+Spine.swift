import Crypto
import Foundation
import GRDB

extension DeliveryStore {
    /// The sealed part of the person spine that belongs to a segment, when it was made for a state
    /// of the store.
    public func spinePart(segment: Int64, state: String) throws -> [UInt8]? {
        let sealed = try read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM spine WHERE segment = ? AND state = ?",
                arguments: [segment, state]
            )
        }
        guard let sealed else { return nil }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return try Array(
                AES.GCM.open(
                    box,
                    using: key.derived(for: .spine, store: identity),
                    authenticating: Array("spine \(segment) \(state)".utf8)
                )
            )
        } catch {
            throw StoreError.damagedChunk(segment: segment, column: "spine", part: 0)
        }
    }

    /// Replaces the person spine by that of another state of the store.
    public func replaceSpine(state: String, parts: [(segment: Int64, bytes: [UInt8])]) throws {
        let spineKey = key.derived(for: .spine, store: identity)
        try write { database in
            try database.execute(sql: "DELETE FROM spine")
            for part in parts {
                let box = try AES.GCM.seal(
                    part.bytes,
                    using: spineKey,
                    authenticating: Array("spine \(part.segment) \(state)".utf8)
                )
                try database.execute(
                    sql: "INSERT INTO spine VALUES (?, ?, ?)",
                    arguments: [part.segment, state, box.combined]
                )
            }
        }
    }
}
