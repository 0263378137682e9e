import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// The segments of a source, by half-year and number.
    ///
    /// - Throws: ``StoreError`` when what is written down about one of them, or about a delivery in
    ///   it, is not what was sealed.
    public func segments(
        source: String? = nil,
        period: ReportingPeriod? = nil
    ) throws -> [SegmentReader] {
        try segmentRows(source: source, period: period).map { row, deliveries in
            try reader(row, deliveries: checked(deliveries))
        }
    }

    /// What is written down about segments, each with the deliveries in it.
    func segmentRows(
        source: String? = nil,
        period: ReportingPeriod? = nil
    ) throws -> [(row: Row, deliveries: [DeliveryRecord])] {
        let (segments, deliveries) = try read { database in
            let chosen = "(?1 IS NULL OR source = ?1) AND (?2 IS NULL OR period = ?2)"
            return (
                try Row.fetchAll(
                    database,
                    sql: "SELECT * FROM segment WHERE \(chosen) ORDER BY source, period, id",
                    arguments: [source, period?.ordinal]
                ),
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT * FROM delivery
                        WHERE segment IN (SELECT id FROM segment WHERE \(chosen))
                        ORDER BY segment, ordinal
                        """,
                    arguments: [source, period?.ordinal]
                ).map(DeliveryRecord.init)
            )
        }
        let bySegment = Dictionary(grouping: deliveries, by: \.segment)
        return segments.map { ($0, bySegment[$0["id"]] ?? []) }
    }

    /// Opens the key of a segment and holds what is written down about it against its seal.
    func reader(
        _ row: Row,
        deliveries: [DeliveryRecord]
    ) throws(StoreError) -> SegmentReader {
        let id: Int64 = row["id"]
        let source: String = row["source"]
        let period = ReportingPeriod(ordinal: row["period"])
        let columns: String = row["columns"]
        let facts = SegmentReader.facts(
            source: source,
            period: period,
            persons: row["persons"],
            rows: row["rows"],
            columns: columns
        )
        guard
            let opened = segmentFacts.open(
                row["wrappedKey"],
                of: "segment \(id)",
                ownBytes: SealedChunk.keyBytes
            )
        else { throw .alteredSegment(id: id, fields: ["seal"]) }
        let differing = SealedFacts.differing(facts, from: opened.values)
        guard differing.isEmpty else { throw .alteredSegment(id: id, fields: differing) }
        return SegmentReader(
            id: id,
            source: source,
            period: period,
            persons: row["persons"],
            rows: row["rows"],
            deliveries: deliveries,
            columns: columns.split(separator: ",").map(String.init),
            store: self,
            seal: SealedChunk(
                key: SymmetricKey(data: opened.own),
                store: identity,
                segment: id,
                deliveries: deliveries.map { ($0.id, $0.vintage) }
            )
        )
    }
}
