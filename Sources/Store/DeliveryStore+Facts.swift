import Foundation
import GRDB

extension DeliveryStore {
    /// The names of the fields of a delivery that are not as they were sealed.
    func altered(_ delivery: DeliveryRecord) -> [String] {
        guard let opened = deliveryFacts.open(delivery.sealed, of: "delivery \(delivery.id)") else {
            return ["seal"]
        }
        return SealedFacts.differing(delivery.facts, from: opened.values)
    }

    /// Gives deliveries back when each is as it was sealed.
    ///
    /// - Throws: ``StoreError/alteredDelivery(id:fields:)`` for the first that is not.
    func checked(_ deliveries: [DeliveryRecord]) throws(StoreError) -> [DeliveryRecord] {
        for delivery in deliveries {
            let fields = altered(delivery)
            guard fields.isEmpty else {
                throw .alteredDelivery(id: delivery.id, fields: fields)
            }
        }
        return deliveries
    }

    /// The deliveries that were taken in and are not there any more; all are numbered from 1 on.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when their sealed number was changed.
    func missingDeliveries(in database: Database) throws -> [Int64] {
        let known = Set(try Int64.fetchAll(database, sql: "SELECT id FROM delivery"))
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT value FROM meta WHERE name = 'deliveries'"
        )
        guard let sealed, let count = deliveryFacts.count(in: sealed),
            known.allSatisfy({ 1...max(1, count) ~= $0 })
        else {
            throw StoreError.damaged(path: path, reason: "the sealed number of deliveries")
        }
        let erased = try erasedDeliveries(in: database)
        return (1..<count + 1).filter { !known.contains($0) && !erased.contains($0) }
    }
}
