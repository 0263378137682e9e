import Columns
import Foundation
import GRDB
import Store
import TestSupport
import Testing

@Suite("Damage to a store")
struct DamageTests {
    static let columns = [
        "birth", "code", "crisis", "delivery", "end", "handedOver", "informant", "municipality",
        "person", "reason", "referrer", "run", "satisfaction", "sex", "start", "takenOver",
        "withoutHelp",
    ]

    /// A store with two vintages of one holder and a delivery of another, in three segments.
    private func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        try fixture.receive([StoreFixture.delivery()], into: store)
        try fixture.receive([StoreFixture.delivery(reason: "03")], into: store)
        try fixture.receive([StoreFixture.delivery(holder: 2)], into: store)
        #expect(try store.segments().map(\.id) == [1, 2, 3])
        return fixture
    }

    private func sealed(_ fixture: StoreFixture, _ segment: Int, _ name: String) throws -> Data {
        try #require(
            try fixture.look {
                try Data.fetchOne(
                    $0,
                    sql: "SELECT sealed FROM chunk WHERE segment = ? AND name = ?",
                    arguments: [segment, name]
                )
            }
        )
    }

    private func put(
        _ data: Data,
        _ fixture: StoreFixture,
        _ segment: Int,
        _ name: String
    ) throws {
        try fixture.alter(
            "UPDATE chunk SET sealed = ? WHERE segment = ? AND name = ?",
            [data, segment, name]
        )
    }

    @Test func `an untouched store has no mistakes`() throws {
        let fixture = try filled()
        let store = try fixture.open(create: false)
        var steps: [[Int]] = []
        let found = try store.verify(workers: StoreFixture.workers) { steps.append([$0, $1]) }
        #expect(found.mistakes.isEmpty)
        #expect(found.segments == 3)
        #expect(found.rows == 36)
        #expect(found.chunks == 3 * DamageTests.columns.count)
        #expect(steps == [[0, 3], [1, 3], [2, 3], [3, 3]])
    }

    @Test(arguments: columns)
    func `one changed byte in a chunk is found, and named`(column: String) throws {
        let fixture = try filled()
        var data = try sealed(fixture, 2, column)
        // The first is in the nonce, the middle one in what is sealed, the last in the proof.
        let place = [0, data.count / 2, data.count - 1][column.utf8.count % 3]
        data[place] ^= 1
        try put(data, fixture, 2, column)
        let error = StoreError.damagedChunk(segment: 2, column: column, part: 0)
        #expect(try fixture.mistakes() == [error])
        let segment = try fixture.open(create: false).segments()[1]
        #expect(throws: error) {
            switch column {
            case "person": _ = try segment.pseudonyms(workers: StoreFixture.workers)
            case "run": _ = try segment.rowsPerPerson(workers: StoreFixture.workers)
            default:
                let values: [UInt32] = try segment.column(column, workers: StoreFixture.workers)
                _ = values
            }
        }
    }

    @Test(arguments: [0, 1, 11, 27, 28, -1])
    func `a chunk that was cut is found`(length: Int) throws {
        let fixture = try filled()
        let data = try sealed(fixture, 1, "start")
        let left = length < 0 ? data.count + length : length
        try put(Data(data.prefix(left)), fixture, 1, "start")
        #expect(
            try fixture.mistakes() == [.damagedChunk(segment: 1, column: "start", part: 0)]
        )
    }

    @Test func `chunks of two columns that changed places are found`() throws {
        let fixture = try filled()
        let start = try sealed(fixture, 1, "start")
        let end = try sealed(fixture, 1, "end")
        try put(end, fixture, 1, "start")
        try put(start, fixture, 1, "end")
        #expect(try fixture.mistakes() == [.damagedChunk(segment: 1, column: "end", part: 0)])
        let segment = try fixture.open(create: false).segments()[0]
        #expect(throws: StoreError.damagedChunk(segment: 1, column: "start", part: 0)) {
            let values: [UInt16] = try segment.column("start", workers: StoreFixture.workers)
            _ = values
        }
    }

    @Test(arguments: [(1, 2), (1, 3)])
    func `chunks of two vintages, or of two holders, that changed places are found`(
        here: Int,
        there: Int
    ) throws {
        let fixture = try filled()
        let one = try sealed(fixture, here, "reason")
        let other = try sealed(fixture, there, "reason")
        try put(other, fixture, here, "reason")
        try put(one, fixture, there, "reason")
        #expect(
            try fixture.mistakes() == [
                .damagedChunk(segment: Int64(here), column: "reason", part: 0),
                .damagedChunk(segment: Int64(there), column: "reason", part: 0),
            ]
        )
    }

    @Test func `whole segments that changed places, key and all, are found`() throws {
        let fixture = try filled()
        try fixture.alter(
            """
            CREATE TEMP TABLE old AS SELECT segment, name, sealed FROM chunk;
            UPDATE chunk SET sealed = (SELECT sealed FROM old
            WHERE old.segment = 3 - chunk.segment AND old.name = chunk.name)
            WHERE segment IN (1, 2);
            CREATE TEMP TABLE oldKey AS SELECT id, wrappedKey FROM segment;
            UPDATE segment SET wrappedKey = (SELECT wrappedKey FROM oldKey
            WHERE oldKey.id = 3 - segment.id) WHERE id IN (1, 2);
            """
        )
        #expect(
            try fixture.mistakes() == [
                .alteredSegment(id: 1, fields: ["seal"]), .alteredSegment(id: 2, fields: ["seal"]),
            ]
        )
        #expect(throws: StoreError.alteredSegment(id: 1, fields: ["seal"])) {
            _ = try fixture.open(create: false).segments()
        }
    }

    @Test func `a column that was taken away whole is found`() throws {
        let fixture = try filled()
        try fixture.alter("DELETE FROM chunk WHERE segment = 1 AND name = 'start'")
        let segment = try fixture.open(create: false).segments()[0]
        #expect(throws: StoreError.damagedChunk(segment: 1, column: "start", part: 0)) {
            let values: [UInt16] = try segment.column("start", workers: StoreFixture.workers)
            _ = values
        }
        #expect(
            try fixture.mistakes() == [.damagedChunk(segment: 1, column: "start", part: 0)]
        )
    }

    @Test func `a segment that was taken away whole is found`() throws {
        let fixture = try filled()
        let queue = try DatabaseQueue(
            path: fixture.path,
            configuration: {
                var configuration = Configuration()
                configuration.foreignKeysEnabled = false
                return configuration
            }()
        )
        try queue.write { database in
            try database.execute(sql: "DELETE FROM chunk WHERE segment = 1")
            try database.execute(sql: "DELETE FROM segment WHERE id = 1")
        }
        try queue.close()
        #expect(
            try fixture.mistakes() == [
                .damaged(path: fixture.path, reason: "delivery 1 has no segment")
            ]
        )
    }

    @Test func `a changed page of the file is found`() throws {
        let fixture = try filled()
        // Everything out of the log, so that the file itself is what is read.
        try DatabaseQueue(path: fixture.path).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        var bytes = try Data(contentsOf: URL(filePath: fixture.path))
        for place in bytes.count - 4096..<bytes.count { bytes[place] = 0xA5 }
        try bytes.write(to: URL(filePath: fixture.path))
        var found: [StoreError] = []
        do {
            found = try fixture.mistakes()
        } catch let error as StoreError {
            found = [error]
        }
        #expect(!found.isEmpty)
    }
}
