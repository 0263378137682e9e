public import Columns
import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// Gives the store another key, without a single number.
    ///
    /// Every pseudonym goes through one keyed translation more, made with the new key, and every
    /// segment gets another random key, wrapped under the new one. What has to stay the same
    /// (the keys of numbers, sender pseudonyms, digests and the log) is carried over, wrapped. Who
    /// has the old key can open neither the store nor make its pseudonyms; who has only the new
    /// one can make them, since it unwraps what was carried.
    ///
    /// The store has to be opened again with the new key.
    ///
    /// - Throws: ``StoreError``.
    public func rekey(
        to new: StoreKey,
        at now: UTCInstant,
        workers: Workers,
        logging event: AuditEvent
    ) throws {
        let lock = try ReceiveLock(store: path)
        defer { withExtendedLifetime(lock) {} }
        var rewrite = SegmentRewrite()
        rewrite.translation = PseudonymTranslation(
            key: new.derived(for: .translation, store: identity)
        )
        let old = try segments()
        let known = try deliveries()
        let successor = SealedSuccessor(key: new, store: identity)
        try overwriting {
            try write { database in
                var lasting: [StoreKey.Purpose: SymmetricKey] = [:]
                for purpose in CarriedSecrets.lasting { lasting[purpose] = secret(for: purpose) }
                try append([event], at: now, in: database)
                for segment in old {
                    let (content, left) = try rewrite.content(of: segment, workers: workers)
                    let id = try nextID(of: "segment", in: database)
                    let bare = DeliveryStore.randomBytes(SealedChunk.keyBytes)
                    try insertSegment(
                        id,
                        content,
                        bareKey: bare,
                        facts: successor.segments,
                        in: database
                    )
                    try insertChunks(
                        content,
                        id,
                        left.map { ($0.record.id, $0.record.vintage) },
                        key: SymmetricKey(data: bare),
                        workers: workers,
                        in: database
                    )
                    try database.execute(
                        sql: "UPDATE delivery SET segment = ? WHERE segment = ?",
                        arguments: [id, segment.id]
                    )
                    try database.execute(
                        sql: "DELETE FROM chunk WHERE segment = ?",
                        arguments: [segment.id]
                    )
                    try database.execute(
                        sql: "DELETE FROM segment WHERE id = ?",
                        arguments: [segment.id]
                    )
                }
                try reseal(known, successor, in: database)
                if let translation = rewrite.translation {
                    try resealStudies(under: new, translation, in: database)
                }
                try CarriedSecrets.write(
                    lasting: lasting,
                    translations: translations,
                    under: new,
                    store: identity,
                    in: database
                )
                try database.execute(
                    sql: "UPDATE meta SET value = ? WHERE name = 'proof'",
                    arguments: [Data(DeliveryStore.proof(of: new, identity))]
                )
                try database.execute(sql: "DELETE FROM spine")
            }
        }
        try rewriteFile()
    }

    private func reseal(
        _ deliveries: [DeliveryRecord],
        _ successor: SealedSuccessor,
        in database: Database
    ) throws {
        for delivery in deliveries {
            try database.execute(
                sql: "UPDATE delivery SET sealed = ? WHERE id = ?",
                arguments: [
                    try successor.deliveries.seal(
                        delivery.facts,
                        of: "delivery \(delivery.id)"
                    ), delivery.id,
                ]
            )
        }
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT value FROM meta WHERE name = 'deliveries'"
        )
        if let count = sealed.flatMap({ deliveryFacts.count(in: $0) }) {
            try database.execute(
                sql: "UPDATE meta SET value = ? WHERE name = 'deliveries'",
                arguments: [try successor.deliveries.sealedCount(count)]
            )
        }
        for id in try erasedDeliveries(in: database) {
            let day = try String.fetchOne(
                database,
                sql: "SELECT day FROM erased WHERE id = ?",
                arguments: [id]
            )
            try database.execute(
                sql: "UPDATE erased SET sealed = ? WHERE id = ?",
                arguments: [
                    try successor.deliveries.seal([("day", day ?? "")], of: "erased \(id)"), id,
                ]
            )
        }
    }
}

/// What seals the facts of a store under its next key.
private struct SealedSuccessor {
    let segments: SealedFacts
    let deliveries: SealedFacts

    init(key: StoreKey, store: StoreIdentity) {
        segments = SealedFacts(key, .wrap, store)
        deliveries = SealedFacts(key, .delivery, store)
    }
}
