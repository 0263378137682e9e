import Columns
import Domain
import Foundation
import GRDB
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Delivery store")
struct DeliveryStoreTests {
    @Test func `a store that is not there is only made when asked`() throws {
        let fixture = try StoreFixture()
        let key = try StoreKey.load(path: fixture.keyPath, create: true)
        #expect(throws: StoreError.missing(path: fixture.path)) {
            _ = try DeliveryStore(path: fixture.path, key: key, create: false)
        }
        _ = try DeliveryStore(path: fixture.path, key: key, create: true)
        _ = try DeliveryStore(path: fixture.path, key: key, create: false)
    }

    @Test func `a store of a newer version is left alone`() throws {
        let fixture = try StoreFixture()
        _ = try fixture.open()
        try fixture.alter("PRAGMA user_version = 7")
        #expect(
            throws: StoreError.newer(
                path: fixture.path,
                found: 7,
                supported: DeliveryStore.formatVersion
            )
        ) { _ = try fixture.open() }
    }

    @Test func `a store of an older version is left alone`() throws {
        let fixture = try StoreFixture()
        _ = try fixture.open()
        try fixture.alter("PRAGMA user_version = 1")
        #expect(
            throws: StoreError.older(
                path: fixture.path,
                found: 1,
                supported: DeliveryStore.formatVersion
            )
        ) { _ = try fixture.open() }
    }

    @Test func `a file that is something else is no store`() throws {
        let fixture = try StoreFixture()
        let key = try StoreKey.load(path: fixture.keyPath, create: true)
        let text = try fixture.folder.write(
            String(repeating: "This is no database. ", count: 100),
            to: "text"
        )
        #expect(throws: StoreError.notAStore(path: text)) {
            _ = try DeliveryStore(path: text, key: key, create: true)
        }
        let other = fixture.folder.path("other")
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        try queue.close()
        #expect(throws: StoreError.notAStore(path: other)) {
            _ = try DeliveryStore(path: other, key: key, create: true)
        }
    }

    @Test func `a redelivery keeps the earlier vintage readable`() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let first = try #require(CalendarDay(year: 2019, month: 8, day: 1))
        let second = try #require(CalendarDay(year: 2020, month: 2, day: 1))
        try fixture.receive([StoreFixture.delivery(reason: "01")], into: store, on: first)
        try fixture.receive([StoreFixture.delivery(reason: "03")], into: store, on: second)
        let deliveries = try store.deliveries()
        #expect(deliveries.map(\.vintage) == [1, 2])
        #expect(deliveries.map(\.received) == ["2019-08-01", "2020-02-01"])
        let before = ["2019H1,nl,NL01,T,T,01,ended,12", "2019H1,nl,NL01,T,T,T,ended,12"]
        let after = ["2019H1,nl,NL01,T,T,03,ended,12", "2019H1,nl,NL01,T,T,T,ended,12"]
        #expect(try fixture.ended(store) == after)
        #expect(try fixture.ended(store, asOf: second) == after)
        #expect(try fixture.ended(store, asOf: second.advanced(by: -1)) == before)
        #expect(try fixture.ended(store, asOf: first) == before)
    }

    @Test func `putting segments together keeps every vintage and figure`() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let first = try #require(CalendarDay(year: 2019, month: 8, day: 1))
        let second = try #require(CalendarDay(year: 2020, month: 2, day: 1))
        for holder in 1...5 {
            let delivery = try StoreFixture.delivery(holder: holder, persons: holder)
            try fixture.receive([delivery], into: store, on: first)
        }
        let again = try StoreFixture.delivery(holder: 2, persons: 3, reason: "04")
        try fixture.receive([again], into: store, on: second)
        let before = try (fixture.ended(store), fixture.ended(store, asOf: first))
        let deliveries = try store.deliveries()
        #expect(try store.segments().count == 6)
        let period = try #require(ReportingPeriod("2019H1"))
        try store.compact(
            source: "jeugdhulp",
            period: period,
            limit: 6,
            workers: StoreFixture.workers
        )
        #expect(try store.segments().count == 6)
        try store.compact(
            source: "jeugdhulp",
            period: period,
            limit: 5,
            workers: StoreFixture.workers
        )
        let segment = try #require(try store.segments().first)
        #expect(try store.segments().count == 1)
        #expect(segment.rows == 3 * (1 + 2 + 3 + 4 + 5 + 3))
        #expect(segment.persons == 5)
        let after = try (fixture.ended(store), fixture.ended(store, asOf: first))
        #expect(after == before)
        func known(_ records: [DeliveryRecord]) -> [String] {
            records.map { "\($0.id) \($0.holder) \($0.vintage) \($0.rows) \($0.digest)" }
        }
        #expect(try known(store.deliveries()) == known(deliveries))
        let verification = try store.verify(workers: StoreFixture.workers) { _, _ in }
        #expect(verification.mistakes.isEmpty)
        #expect(verification.segments == 1)
        #expect(verification.rows == segment.rows)
    }

    @Test func `digests and pseudonyms are of one store only`() throws {
        let here = try StoreFixture()
        let there = try StoreFixture()
        let delivery = try StoreFixture.delivery()
        let one = try here.open()
        // The same key, another store: what is derived from it differs all the same.
        let key = try StoreKey.load(path: here.keyPath, create: false)
        let other = try DeliveryStore(path: there.path, key: key, create: true)
        let receipt = try #require(try here.receive([delivery], into: one).first)
        let twin = try #require(try there.receive([delivery], into: other).first)
        #expect(receipt.digest.count == 16)
        #expect(receipt.digest != twin.digest)
        #expect(try one.deliveries()[0].digest != other.deliveries()[0].digest)
        let mine = try one.segments()[0].pseudonyms(workers: StoreFixture.workers)
        let theirs = try other.segments()[0].pseudonyms(workers: StoreFixture.workers)
        #expect(Set(mine).isDisjoint(with: theirs))
        #expect(mine.count == 4)
    }

    @Test func `no number and no birth date stands in the file as delivered`() throws {
        let fixture = try StoreFixture()
        try fixture.receive([StoreFixture.delivery()], into: fixture.open())
        let file = try fixture.look { database in
            try Data.fetchAll(database, sql: "SELECT sealed FROM chunk")
                + Data.fetchAll(database, sql: "SELECT sealed FROM spine")
        }
        #expect(!file.isEmpty)
        let bytes = file.flatMap { Array($0) }
        for secret in FictiveNumbers.first(4) + ["20080315"] {
            #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
        }
    }
}
