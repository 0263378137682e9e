public import Columns
import Foundation
import GRDB

extension DeliveryStore {
    /// What a check of the whole store found.
    public struct Verification: Sendable {
        /// Chunks that were opened.
        public internal(set) var chunks = 0
        /// Segments that were opened.
        public internal(set) var segments = 0
        /// Rows in them.
        public internal(set) var rows = 0
        /// What is wrong, in the order of the segments.
        public internal(set) var mistakes: [StoreError] = []
    }

    /// Opens every chunk and holds counts and order against the records of the deliveries.
    ///
    /// - Parameters:
    ///   - workers: the cores to open chunks on.
    ///   - progress: called with the segments done and their total.
    /// - Returns: what was opened, and what is wrong with it.
    /// - Throws: ``StoreError`` when the store cannot be read at all.
    public func verify(
        workers: Workers,
        progress: (Int, Int) -> Void
    ) throws -> Verification {
        var result = Verification()
        let integrity = try read { try String.fetchAll($0, sql: "PRAGMA integrity_check(3)") }
        if integrity != ["ok"] {
            result.mistakes.append(
                .damaged(path: path, reason: integrity.joined(separator: "; "))
            )
        }
        try verifyWholes(&result)
        let segments = try segmentRows()
        for (done, segment) in segments.enumerated() {
            progress(done, segments.count)
            do {
                // A chunk is bound to what its deliveries were; where these were changed, the
                // change is what there is to say.
                let deliveries = try checked(segment.deliveries)
                let reader = try reader(segment.row, deliveries: deliveries)
                result.chunks += try verify(reader, workers: workers)
                result.segments += 1
                result.rows += reader.rows
            } catch let error as StoreError {
                if case .alteredDelivery = error { continue }
                result.mistakes.append(error)
            }
        }
        progress(segments.count, segments.count)
        return result
    }

    /// Holds deliveries against their seals, looks for those that are missing or without their
    /// segment, and opens the person spine.
    private func verifyWholes(_ result: inout Verification) throws {
        let (deliveries, missing, orphans, spine) = try read { database in
            (
                try Row.fetchAll(database, sql: "SELECT * FROM delivery ORDER BY id")
                    .map(DeliveryRecord.init),
                try missingDeliveries(in: database),
                try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM delivery
                        WHERE segment NOT IN (SELECT id FROM segment) ORDER BY id
                        """
                ),
                try Row.fetchAll(database, sql: "SELECT segment, state FROM spine ORDER BY segment")
                    .map { ($0["segment"] as Int64, $0["state"] as String) }
            )
        }
        for delivery in deliveries {
            let fields = altered(delivery)
            guard !fields.isEmpty else { continue }
            result.mistakes.append(.alteredDelivery(id: delivery.id, fields: fields))
        }
        result.mistakes += missing.map { .missingDelivery(id: $0) }
        for delivery in orphans {
            result.mistakes.append(
                .damaged(path: path, reason: "delivery \(delivery) has no segment")
            )
        }
        for (segment, state) in spine {
            do {
                _ = try spinePart(segment: segment, state: state)
            } catch let error as StoreError {
                result.mistakes.append(error)
            }
        }
    }

    private func verify(_ segment: SegmentReader, workers: Workers) throws -> Int {
        let names = try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT name, count(*) AS parts FROM chunk WHERE segment = ? GROUP BY name",
                arguments: [segment.id]
            ).map { ($0["name"] as String, $0["parts"] as Int) }
        }
        let persons = try segment.pseudonyms(workers: workers)
        guard zip(persons, persons.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw StoreError.damagedChunk(segment: segment.id, column: "person", part: 0)
        }
        let runs = try segment.rowsPerPerson(workers: workers).reduce(0) { $0 + Int($1) }
        guard runs <= segment.rows else {
            throw StoreError.damagedChunk(segment: segment.id, column: "run", part: 0)
        }
        for name in segment.columns {
            let values: [UInt32] = try segment.column(name, workers: workers)
            guard name == "delivery" else { continue }
            var counts = [Int](repeating: 0, count: segment.deliveries.count)
            for value in values where Int(value) < counts.count { counts[Int(value)] += 1 }
            guard counts == segment.deliveries.map(\.rows) else {
                throw StoreError.damagedChunk(segment: segment.id, column: name, part: 0)
            }
        }
        return names.reduce(0) { $0 + $1.1 }
    }
}
