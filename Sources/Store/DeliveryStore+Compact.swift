public import Columns
import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// Puts the segments of a source and half-year together when there are more than a few.
    ///
    /// Small deliveries come in by the hundreds; together they open much faster. Deliveries keep
    /// their numbers and vintages, superseded ones included. All or nothing.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - period: the half-year.
    ///   - limit: how many segments may stay side by side.
    ///   - workers: the cores to seal on.
    /// - Throws: ``StoreError``.
    public func compact(
        source: String,
        period: ReportingPeriod,
        limit: Int,
        workers: Workers
    ) throws {
        let old = try segments(source: source, period: period)
        guard old.count > limit else { return }
        let content = try joined(old, workers: workers)
        let deliveries = old.flatMap(\.deliveries)
        try write { database in
            let segment = try nextID(of: "segment", in: database)
            let bare = DeliveryStore.randomBytes(SealedChunk.keyBytes)
            try insertSegment(segment, content, bareKey: bare, in: database)
            for (ordinal, delivery) in deliveries.enumerated() {
                try database.execute(
                    sql: "UPDATE delivery SET segment = ?, ordinal = ? WHERE id = ?",
                    arguments: [segment, ordinal, delivery.id]
                )
            }
            try insertChunks(
                content,
                segment,
                deliveries.map { ($0.id, $0.vintage) },
                key: SymmetricKey(data: bare),
                workers: workers,
                in: database
            )
            for merged in old {
                try database.execute(
                    sql: "DELETE FROM chunk WHERE segment = ?",
                    arguments: [merged.id]
                )
                try database.execute(
                    sql: "DELETE FROM segment WHERE id = ?",
                    arguments: [merged.id]
                )
            }
        }
    }

    private func joined(_ old: [SegmentReader], workers: Workers) throws -> SegmentContent {
        var pseudonyms: [Pseudonym] = []
        for segment in old { pseudonyms += try segment.pseudonyms(workers: workers) }
        let order = try PseudonymOrder(pseudonyms, workers: workers)
        var persons: [UInt32] = []
        var delivery: [UInt32] = []
        var personStart = 0
        var deliveryStart: UInt32 = 0
        for segment in old {
            let runs = try segment.rowsPerPerson(workers: workers)
            for (index, run) in runs.enumerated() {
                for _ in 0..<run { persons.append(order.places[personStart + index]) }
            }
            personStart += segment.persons
            let ordinals: [UInt32] = try segment.column("delivery", workers: workers)
            delivery += ordinals.map { $0 + deliveryStart }
            deliveryStart += UInt32(segment.deliveries.count)
            while persons.count < delivery.count { persons.append(Numbering.nobody) }
        }
        let rows = try RowOrder(
            persons: persons,
            personCount: order.distinct.count,
            keys: [UInt64](repeating: 0, count: persons.count),
            workers: workers
        )
        // A column that was not stored yet when one of them came in is empty in its rows.
        let names = Set(old.flatMap(\.columns)).subtracting(["delivery"]).sorted()
        var columns = [column("delivery", delivery, rows.rows)]
        for name in names {
            var values: [UInt32] = []
            for segment in old {
                values +=
                    segment.has(name)
                    ? try segment.column(name, workers: workers) as [UInt32]
                    : [UInt32](repeating: 0, count: segment.rows)
            }
            columns.append(column(name, values, rows.rows))
        }
        let runs = zip(rows.starts, rows.starts.dropFirst()).map { $1 - $0 }
        return SegmentContent(
            source: old[0].source,
            period: old[0].period,
            deliveries: old.flatMap(\.deliveries).map {
                SegmentContent.Delivery(
                    holder: $0.holder,
                    rows: $0.rows,
                    leftOut: $0.leftOut,
                    digest: $0.digest
                )
            },
            pseudonyms: order.distinct,
            rowsPerPerson: runs,
            rowCount: persons.count,
            columns: columns
        )
    }

    private func column(
        _ name: String,
        _ values: [UInt32],
        _ rows: [UInt32]
    ) -> SegmentContent.Column {
        SegmentContent.Column(name: name) { range in rows[range].map { values[Int($0)] } }
    }
}
