public import Columns
import Crypto
public import Domain
import Foundation
import GRDB

/// The sealed records of one or more deliveries, opened column by column.
public struct SegmentReader: Sendable {
    /// The number of the segment.
    public let id: Int64
    /// The source.
    public let source: String
    /// The half-year.
    public let period: ReportingPeriod
    /// How many persons.
    public let persons: Int
    /// How many rows, those of nobody included.
    public let rows: Int
    /// The deliveries, in the order of the column `delivery`.
    public let deliveries: [DeliveryRecord]

    /// The names of the columns, in byte order.
    let columns: [String]
    let store: DeliveryStore
    let seal: SealedChunk

    /// What is written down about a segment in the clear.
    static func facts(
        source: String,
        period: ReportingPeriod,
        persons: Int,
        rows: Int,
        columns: String
    ) -> [SealedFacts.Fact] {
        [
            ("source", source), ("period", period.description), ("persons", String(persons)),
            ("rows", String(rows)), ("columns", columns),
        ]
    }

    /// The persons, ascending.
    public func pseudonyms(workers: Workers) throws -> [Pseudonym] {
        let parts = try chunks(of: "person")
        let opened = try workers.map(parts.count) { part in
            SealedChunk.pseudonyms(of: try seal.open(parts[part], column: "person", part: part))
        }
        let all = Array.flattened(opened)
        guard all.count == persons else {
            throw StoreError.damagedChunk(segment: id, column: "person", part: opened.count)
        }
        return all
    }

    /// For each person how many rows.
    public func rowsPerPerson(workers: Workers) throws -> [UInt32] {
        try column("run", count: persons, workers: workers)
    }

    /// Whether the segment has a column; one of before a column was stored has it not.
    public func has(_ name: String) -> Bool { columns.contains(name) }

    /// The values of a column.
    ///
    /// - Complexity: O(*n*), some 100 million values a second on a core.
    @specialized(where Value == UInt8)
    @specialized(where Value == UInt16)
    @specialized(where Value == UInt32)
    public func column<Value: FixedWidthInteger & UnsignedInteger & Sendable>(
        _ name: String,
        workers: Workers
    ) throws -> [Value] {
        try column(name, count: rows, workers: workers)
    }

    private func column<Value: FixedWidthInteger & UnsignedInteger & Sendable>(
        _ name: String,
        count: Int,
        workers: Workers
    ) throws -> [Value] {
        let parts = try chunks(of: name)
        let pieces = Workers.ranges(of: parts.count, pieces: workers.cores)
        let opened = try workers.map(parts.isEmpty ? 0 : pieces.count) { piece in
            var values: [Value] = []
            values.reserveCapacity(pieces[piece].count * SealedChunk.size)
            for part in pieces[piece] {
                let bytes = try seal.open(parts[part], column: name, part: part)
                do {
                    try BitPacking.unpack(bytes, appendingTo: &values)
                } catch {
                    throw StoreError.damagedChunk(segment: id, column: name, part: part)
                }
            }
            return values
        }
        let all = Array.flattened(opened)
        guard all.count == count else {
            throw StoreError.damagedChunk(segment: id, column: name, part: parts.count)
        }
        return all
    }

    private func chunks(of name: String) throws -> [Data] {
        try store.read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT sealed FROM chunk WHERE segment = ? AND name = ? ORDER BY part",
                arguments: [id, name]
            )
        }
    }
}
