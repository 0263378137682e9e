import Columns
import Domain
import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// Segments whose columns are cut into more than one chunk of 131 072 values.
@Suite("Columns of many chunks")
struct ManyChunksTests {
    private static let persons = 150_000
    private static let rows = 300_001

    /// Two rows a person, one row of nobody, and values that differ from row to row.
    private static func content(
        holder: String,
        shift: UInt64 = 0
    ) throws -> SegmentContent {
        SegmentContent(
            source: "jeugdhulp",
            period: try #require(ReportingPeriod("2019H1")),
            deliveries: [
                SegmentContent.Delivery(holder: holder, rows: rows, leftOut: 0, digest: [1])
            ],
            pseudonyms: (0..<persons).map { Pseudonym(high: UInt64($0) * 2 + shift, low: 7) },
            rowsPerPerson: [UInt32](repeating: 2, count: persons),
            rowCount: rows,
            columns: [
                SegmentContent.Column(name: "delivery") { range in range.map { _ in 0 } },
                SegmentContent.Column(name: "start") { range in range.map(value) },
            ]
        )
    }

    private static func value(_ row: Int) -> UInt32 { UInt32(row &* 7_919 % 60_013) }

    private func filled(_ cores: Int = 2) throws -> (StoreFixture, DeliveryStore) {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        _ = try store.commit(
            [ManyChunksTests.content(holder: "90000001")],
            received: StoreFixture.today,
            workers: Workers(cores: cores)
        )
        return (fixture, store)
    }

    @Test(arguments: [1, 2])
    func `what was sealed comes back in its order, on any number of cores`(cores: Int) throws {
        let (fixture, store) = try filled(cores)
        let segment = try #require(try store.segments().first)
        let workers = Workers(cores: 3 - cores)
        let start: [UInt32] = try segment.column("start", workers: workers)
        #expect(start == (0..<ManyChunksTests.rows).map(ManyChunksTests.value))
        let persons = try segment.pseudonyms(workers: workers)
        #expect(
            persons
                == (0..<ManyChunksTests.persons).map {
                    Pseudonym(high: UInt64($0) * 2, low: 7)
                }
        )
        #expect(try segment.rowsPerPerson(workers: workers).count == ManyChunksTests.persons)
        let parts = try fixture.look {
            try Row.fetchAll($0, sql: "SELECT name, count(*) AS n FROM chunk GROUP BY name")
                .map { "\($0["name"] as String) \($0["n"] as Int)" }
        }
        #expect(parts == ["delivery 3", "person 2", "run 2", "start 3"])
        let found = try store.verify(workers: workers) { _, _ in }
        #expect(found.mistakes.isEmpty)
        #expect(found.chunks == 10)
        #expect(found.rows == ManyChunksTests.rows)
    }

    @Test(arguments: [0, 1, 2])
    func `a changed chunk is named by its place`(part: Int) throws {
        let (fixture, _) = try filled()
        try fixture.alter(
            """
            UPDATE chunk SET sealed = zeroblob(length(sealed)) WHERE name = 'start' AND part = ?
            """,
            [part]
        )
        #expect(
            try fixture.mistakes() == [.damagedChunk(segment: 1, column: "start", part: part)]
        )
    }

    @Test func `two chunks of a column that changed places, or a last one taken away, are found`()
        throws
    {
        let (swapped, _) = try filled()
        try swapped.alter(
            """
            UPDATE chunk SET part = 9 WHERE name = 'start' AND part = 0;
            UPDATE chunk SET part = 0 WHERE name = 'start' AND part = 1;
            UPDATE chunk SET part = 1 WHERE name = 'start' AND part = 9;
            """
        )
        #expect(try swapped.mistakes() == [.damagedChunk(segment: 1, column: "start", part: 0)])
        let (cut, _) = try filled()
        try cut.alter("DELETE FROM chunk WHERE name = 'start' AND part = 2")
        #expect(try cut.mistakes() == [.damagedChunk(segment: 1, column: "start", part: 2)])
    }

    @Test func `two segments of many chunks are put together without losing a row`() throws {
        let (fixture, store) = try filled()
        // Every person of the second lies between two of the first.
        _ = try store.commit(
            [ManyChunksTests.content(holder: "90000002", shift: 1)],
            received: StoreFixture.today,
            workers: StoreFixture.workers
        )
        try store.compact(
            source: "jeugdhulp",
            period: try #require(ReportingPeriod("2019H1")),
            limit: 1,
            workers: StoreFixture.workers
        )
        let segment = try #require(try store.segments().first)
        let workers = StoreFixture.workers
        let persons = try segment.pseudonyms(workers: workers)
        #expect(
            persons
                == (0..<2 * ManyChunksTests.persons).map {
                    Pseudonym(high: UInt64($0), low: 7)
                }
        )
        let delivery: [UInt32] = try segment.column("delivery", workers: workers)
        let start: [UInt32] = try segment.column("start", workers: workers)
        var expected: [UInt32] = []
        var owner: [UInt32] = []
        for person in 0..<2 * ManyChunksTests.persons {
            let first = person / 2 * 2
            expected += [first, first + 1].map(ManyChunksTests.value)
            owner += [UInt32(person % 2), UInt32(person % 2)]
        }
        // The two rows of nobody come last.
        expected += [ManyChunksTests.rows - 1, ManyChunksTests.rows - 1].map(ManyChunksTests.value)
        #expect(start == expected)
        #expect(delivery == owner + [0, 1])
        #expect(try fixture.mistakes().isEmpty)
    }
}
