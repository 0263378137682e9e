public import Domain
import Foundation
import GRDB

/// A delivery that was taken in: one vintage of one source, holder and half-year.
public struct DeliveryRecord: Sendable, Equatable {
    /// The number in the store.
    public let id: Int64
    /// The source.
    public let source: String
    /// The source holder.
    public let holder: String
    /// The half-year.
    public let period: ReportingPeriod
    /// 1 for the first delivery, 2 for the first redelivery, and so on.
    public let vintage: Int
    /// The day of receipt, `JJJJ-MM-DD`.
    public let received: String
    /// Records taken in.
    public let rows: Int
    /// Records left out by a rule.
    public let leftOut: Int
    /// The keyed digest of the file.
    public let digest: [UInt8]
    /// The segment its records lie in.
    public let segment: Int64
    /// Its place among the deliveries of the segment.
    public let ordinal: Int

    /// The sealed copy of ``facts``.
    let sealed: Data

    init(row: Row) {
        id = row["id"]
        source = row["source"]
        holder = row["holder"]
        period = ReportingPeriod(ordinal: row["period"])
        vintage = row["vintage"]
        received = row["received"]
        rows = row["rows"]
        leftOut = row["leftOut"]
        digest = [UInt8](row["digest"] as Data)
        segment = row["segment"]
        ordinal = row["ordinal"]
        sealed = row["sealed"]
    }

    /// What of this is sealed; where its records lie is bound into these by itself.
    var facts: [SealedFacts.Fact] {
        DeliveryRecord.facts(
            source: source,
            period: period,
            vintage: vintage,
            received: received,
            delivery: SegmentContent.Delivery(
                holder: holder,
                rows: rows,
                leftOut: leftOut,
                digest: digest
            )
        )
    }

    /// The digest as it was first sealed, `[1, 2, 3]`; an array's own description takes far longer.
    private static func text(_ digest: [UInt8]) -> String {
        "[" + digest.map { String($0) }.joined(separator: ", ") + "]"
    }

    /// The facts of a delivery, under the names by which messages speak of them.
    static func facts(
        source: String,
        period: ReportingPeriod,
        vintage: Int,
        received: String,
        delivery: SegmentContent.Delivery
    ) -> [SealedFacts.Fact] {
        [
            ("source", source), ("holder", delivery.holder), ("period", period.description),
            ("vintage", String(vintage)), ("received", received), ("rows", String(delivery.rows)),
            ("left_out", String(delivery.leftOut)), ("digest", text(delivery.digest)),
        ]
    }
}
