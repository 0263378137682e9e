import Domain
import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// What somebody can do who may write the file of a store and does not hold its key.
@Suite("Changes to what is written down")
struct AlteredFactsTests {
    /// A store with two vintages of one holder and a delivery of another, in three segments.
    private func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        try fixture.receive([StoreFixture.delivery()], into: store)
        try fixture.receive([StoreFixture.delivery(reason: "03")], into: store)
        try fixture.receive([StoreFixture.delivery(holder: 2, persons: 3)], into: store)
        return fixture
    }

    /// A change is named by `verify`, and by the first who reads deliveries, segments or figures.
    private func expect(
        _ mistakes: [StoreError],
        after sql: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let fixture = try filled()
        try fixture.alter(sql)
        #expect(try fixture.mistakes() == mistakes, sourceLocation: sourceLocation)
        let store = try fixture.open(create: false)
        #expect(throws: mistakes[0], sourceLocation: sourceLocation) {
            _ = try store.deliveries()
        }
        #expect(throws: mistakes[0], sourceLocation: sourceLocation) {
            _ = try fixture.ended(store)
        }
        #expect(throws: mistakes[0], sourceLocation: sourceLocation) {
            try fixture.receive([StoreFixture.delivery(holder: 4)], into: store)
        }
    }

    @Test func `names of two holders that changed places are found`() throws {
        try expect(
            [
                .alteredDelivery(id: 1, fields: ["holder"]),
                .alteredDelivery(id: 3, fields: ["holder"]),
            ],
            after: """
                UPDATE delivery SET holder = 'x' WHERE id = 1;
                UPDATE delivery SET holder = '90000001' WHERE id = 3;
                UPDATE delivery SET holder = '90000002' WHERE id = 1;
                """
        )
    }

    @Test func `names of two holders that changed places with their seals are found`() throws {
        try expect(
            [
                .alteredDelivery(id: 1, fields: ["seal"]),
                .alteredDelivery(id: 3, fields: ["seal"]),
            ],
            after: """
                CREATE TEMP TABLE old AS SELECT id, holder, sealed FROM delivery;
                UPDATE delivery SET holder = 'x' WHERE id = 1;
                UPDATE delivery SET holder = (SELECT holder FROM old WHERE id = 1),
                    sealed = (SELECT sealed FROM old WHERE id = 1) WHERE id = 3;
                UPDATE delivery SET holder = (SELECT holder FROM old WHERE id = 3),
                    sealed = (SELECT sealed FROM old WHERE id = 3) WHERE id = 1;
                """
        )
    }

    @Test(arguments: [
        ("rows", "rows = rows + 1"), ("left_out", "leftOut = 7"),
        ("received", "received = '2018-01-01'"), ("vintage", "vintage = 9"),
        ("period", "period = period - 1"), ("source", "source = 'jeugdbescherming'"),
        ("digest", "digest = zeroblob(length(digest))"), ("seal", "sealed = zeroblob(60)"),
    ])
    func `each changed field of a delivery is found, and named`(
        _ field: String,
        _ change: String
    ) throws {
        try expect(
            [.alteredDelivery(id: 2, fields: [field])],
            after: "UPDATE delivery SET \(change) WHERE id = 2"
        )
    }

    @Test func `several changed fields are named together`() throws {
        try expect(
            [.alteredDelivery(id: 3, fields: ["holder", "period", "rows"])],
            after: "UPDATE delivery SET holder = '90000009', rows = 1, period = 2 WHERE id = 3"
        )
    }

    @Test(arguments: [
        ("source", "source = 'jeugdbescherming'"), ("period", "period = period - 1"),
        ("persons", "persons = 1"), ("rows", "rows = rows + 1"), ("columns", "columns = 'start'"),
        ("seal", "wrappedKey = zeroblob(80)"),
    ])
    func `each changed field of a segment is found, and named`(
        _ field: String,
        _ change: String
    ) throws {
        let fixture = try filled()
        try fixture.alter("UPDATE segment SET \(change) WHERE id = 3")
        let error = StoreError.alteredSegment(id: 3, fields: [field])
        #expect(try fixture.mistakes() == [error])
        #expect(throws: error) { _ = try fixture.open(create: false).segments() }
    }

    @Test func `a delivery that was taken away is found, with its segment or without`() throws {
        let bereft = try filled()
        try bereft.alter("DELETE FROM delivery WHERE id = 3")
        #expect(
            try bereft.mistakes() == [
                .missingDelivery(id: 3), .damagedChunk(segment: 3, column: "person", part: 0),
            ]
        )
        try expect(
            [.missingDelivery(id: 2)],
            after: """
                DELETE FROM chunk WHERE segment = 2; DELETE FROM delivery WHERE id = 2;
                DELETE FROM segment WHERE id = 2;
                """
        )
    }

    @Test func `the sealed number of deliveries cannot be changed`() throws {
        let fixture = try filled()
        let before = try fixture.look {
            try Data.fetchOne($0, sql: "SELECT value FROM meta WHERE name = 'deliveries'")
        }
        let store = try fixture.open()
        try fixture.receive([StoreFixture.delivery(holder: 3)], into: store)
        // The number of an earlier state hides nothing: a delivery above it stands out.
        try fixture.alter("UPDATE meta SET value = ? WHERE name = 'deliveries'", [before])
        let error = StoreError.damaged(
            path: fixture.path,
            reason: "the sealed number of deliveries"
        )
        #expect(throws: error) { _ = try fixture.open(create: false).deliveries() }
        #expect(throws: error) { _ = try fixture.mistakes() }
    }

    @Test func `a delivery that changed segments is found`() throws {
        let fixture = try filled()
        try fixture.alter("UPDATE delivery SET segment = 1, ordinal = 1 WHERE id = 3")
        #expect(
            try fixture.mistakes() == [
                .damagedChunk(segment: 1, column: "person", part: 0),
                .damagedChunk(segment: 3, column: "person", part: 0),
            ]
        )
    }

    @Test func `putting segments together keeps the seals`() throws {
        let fixture = try filled()
        let store = try fixture.open()
        try store.compact(
            source: "jeugdhulp",
            period: try #require(ReportingPeriod("2019H1")),
            limit: 1,
            workers: StoreFixture.workers
        )
        #expect(try store.segments().map(\.id) == [4])
        #expect(try fixture.mistakes().isEmpty)
        // Within one segment, where the chunks of all holders lie together, it is found as well.
        try fixture.alter(
            """
            UPDATE delivery SET holder = 'x' WHERE id = 2;
            UPDATE delivery SET holder = '90000001', vintage = 2 WHERE id = 3;
            UPDATE delivery SET holder = '90000002' WHERE id = 2;
            """
        )
        #expect(
            try fixture.mistakes() == [
                .alteredDelivery(id: 2, fields: ["holder"]),
                .alteredDelivery(id: 3, fields: ["holder", "vintage"]),
            ]
        )
    }
}
