import Columns
import Domain
import Foundation
import GRDB
import Linkage
import Store
import TestSupport
import Testing

@Suite("Person spine")
struct PersonSpineTests {
    private let folder: TestFolder
    private let store: DeliveryStore
    private let workers = Workers(cores: 2)

    init() throws {
        folder = try TestFolder()
        store = try DeliveryStore(
            path: folder.path("store"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
    }

    /// Commits a segment of some persons, one row each.
    private func commit(_ pseudonyms: [Pseudonym], half: Int, holder: String) throws {
        let content = SegmentContent(
            source: "jeugdhulp",
            period: ReportingPeriod(ordinal: half),
            deliveries: [
                SegmentContent.Delivery(
                    holder: holder,
                    rows: pseudonyms.count,
                    leftOut: 0,
                    digest: [7]
                )
            ],
            pseudonyms: pseudonyms,
            rowsPerPerson: pseudonyms.map { _ in 1 },
            rowCount: pseudonyms.count,
            columns: [
                SegmentContent.Column(name: "delivery") { range in range.map { _ in 0 } }
            ]
        )
        _ = try store.commit(
            [content],
            received: CalendarDay(number: 19_000),
            workers: workers
        )
    }

    /// Some of a small pool, so that segments share persons; ascending.
    private func random(_ count: Int, _ random: inout SeededGenerator) -> [Pseudonym] {
        var chosen: Set<Pseudonym> = []
        for _ in 0..<count {
            // A few first halves, so that the second half decides the order now and then.
            chosen.insert(
                Pseudonym(
                    high: UInt64(random.number(0...40)) << 58 | UInt64(random.number(0...1)),
                    low: UInt64(random.number(0...3)) << 62
                )
            )
        }
        return chosen.sorted()
    }

    private func rows(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue(path: folder.path("store"))
        defer { try? queue.close() }
        return try queue.read { try String.fetchAll($0, sql: sql) }
    }

    /// Holds the numbers of all segments against a dictionary.
    private func check(_ spine: PersonSpine) throws {
        var known: [Pseudonym: Int] = [:]
        let segments = try store.segments()
        let persons = try segments.map { try $0.pseudonyms(workers: workers) }
        for pseudonym in Set(persons.joined()).sorted() { known[pseudonym] = known.count }
        #expect(spine.personCount == known.count)
        for (segment, own) in zip(segments, persons) {
            #expect(spine.numbers(of: segment).map { Int($0) } == own.map { known[$0] ?? -1 })
        }
    }

    @Test(arguments: [1, 2, 3, 4])
    func `numbers are places among all persons, whatever segment they stand in`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<generator.number(1...5) {
            try commit(
                random(generator.number(0...200), &generator),
                half: 4038 + number % 3,
                holder: "9000000\(number)"
            )
        }
        let segments = try store.segments()
        for keep in [false, true, true] {
            try check(
                PersonSpine.load(store: store, wanted: segments, keep: keep, workers: workers)
            )
        }
    }

    @Test func `an empty store has no persons`() throws {
        let spine = try PersonSpine.load(store: store, wanted: [], keep: true, workers: workers)
        #expect(spine.personCount == 0)
    }

    @Test func `a kept spine is used again, and made again when segments changed`() throws {
        var generator = SeededGenerator(seed: 9)
        try commit(random(50, &generator), half: 4038, holder: "90000001")
        _ = try PersonSpine.load(store: store, wanted: [], keep: false, workers: workers)
        #expect(try rows("SELECT state FROM spine").isEmpty)
        _ = try PersonSpine.load(store: store, wanted: [], keep: true, workers: workers)
        let first = try rows("SELECT state || hex(sealed) FROM spine ORDER BY segment")
        #expect(first.count == 2)
        let segments = try store.segments()
        let again = try PersonSpine.load(
            store: store,
            wanted: segments,
            keep: true,
            workers: workers
        )
        try check(again)
        #expect(try rows("SELECT state || hex(sealed) FROM spine ORDER BY segment") == first)
        try commit(random(50, &generator), half: 4039, holder: "90000001")
        let both = try store.segments()
        let made = try PersonSpine.load(store: store, wanted: both, keep: true, workers: workers)
        try check(made)
        #expect(try rows("SELECT DISTINCT state FROM spine") == ["1,2"])
    }

    @Test func `a damaged spine is found`() throws {
        var generator = SeededGenerator(seed: 11)
        try commit(random(50, &generator), half: 4038, holder: "90000001")
        _ = try PersonSpine.load(store: store, wanted: [], keep: true, workers: workers)
        let queue = try DatabaseQueue(path: folder.path("store"))
        try queue.write { database in
            var sealed =
                try Data.fetchOne(
                    database,
                    sql: "SELECT sealed FROM spine WHERE segment = 1"
                ) ?? Data()
            sealed[sealed.count / 2] ^= 1
            try database.execute(
                sql: "UPDATE spine SET sealed = ? WHERE segment = 1",
                arguments: [sealed]
            )
        }
        try queue.close()
        let error = StoreError.damagedChunk(segment: 1, column: "spine", part: 0)
        let segments = try store.segments()
        #expect(throws: error) {
            _ = try PersonSpine.load(
                store: store,
                wanted: segments,
                keep: false,
                workers: workers
            )
        }
        #expect(try store.verify(workers: workers) { _, _ in }.mistakes == [error])
    }

    @Test func `parts of the spine that changed places are found`() throws {
        var generator = SeededGenerator(seed: 12)
        try commit(random(50, &generator), half: 4038, holder: "90000001")
        try commit(random(50, &generator), half: 4039, holder: "90000001")
        _ = try PersonSpine.load(store: store, wanted: [], keep: true, workers: workers)
        let queue = try DatabaseQueue(path: folder.path("store"))
        try queue.write {
            try $0.execute(
                sql: """
                    CREATE TEMP TABLE old AS SELECT segment, sealed FROM spine;
                    UPDATE spine SET sealed = (SELECT sealed FROM old
                    WHERE old.segment = 3 - spine.segment) WHERE segment IN (1, 2);
                    """
            )
        }
        try queue.close()
        let segments = try store.segments()
        #expect(throws: StoreError.damagedChunk(segment: 1, column: "spine", part: 0)) {
            _ = try PersonSpine.load(
                store: store,
                wanted: segments,
                keep: false,
                workers: Workers(cores: 1)
            )
        }
    }
}
