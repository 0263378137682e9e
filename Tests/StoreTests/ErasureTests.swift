import Columns
import Domain
import Foundation
import GRDB
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Erasure")
struct ErasureTests {
    let fixture: StoreFixture
    let store: DeliveryStore
    let now = UTCInstant(startOf: StoreFixture.today)

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private func event(_ erasure: Erasure) -> AuditEvent {
        AuditEvent(
            .erasure,
            role: .administrator,
            actor: "x",
            facts: ["rows": String(erasure.rows), "deliveries": String(erasure.deliveries)]
        )
    }

    private func receiveTogether() throws {
        // Three holders of one half-year share a segment; so does the other vintage of one.
        try fixture.receive(
            [
                StoreFixture.delivery(), StoreFixture.delivery(holder: 2),
                StoreFixture.delivery(holder: 3, persons: 6),
            ],
            into: store
        )
        try fixture.receive([StoreFixture.delivery(holder: 2, reason: "02")], into: store)
    }

    /// Every sealed chunk and wrapped key in the file, as somebody would see them who copied it.
    private func ciphertexts() throws -> [Data] {
        try fixture.look { database in
            try Data.fetchAll(
                database,
                sql: "SELECT sealed FROM chunk UNION ALL SELECT wrappedKey FROM segment"
            )
        }
    }

    /// Whether a piece of ciphertext stands in the database, beside it or in the temporary folder.
    private func finds(_ sealed: Data) -> Bool {
        let folder = URL(filePath: fixture.path).deletingLastPathComponent()
        let manager = FileManager.default
        let own = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        let temporary = manager.temporaryDirectory
        let others = ((try? manager.contentsOfDirectory(atPath: temporary.path)) ?? []).filter {
            $0.hasPrefix("etilqs_") || $0.hasPrefix("sqlite")
        }
        let paths =
            own.map { folder.appending(path: $0) } + others.map { temporary.appending(path: $0) }
        return paths.contains { place in
            guard let bytes = manager.contents(atPath: place.path) else { return false }
            // The nonce and what follows it: enough to know a chunk by.
            return bytes.range(of: sealed.prefix(40)) != nil
        }
    }

    @Test func `an erased delivery is gone from the figures, the others stay`() throws {
        try receiveTogether()
        let before = try fixture.ended(store)
        let erasure = try store.erase(
            deliveries: [2, 4],
            at: now,
            workers: StoreFixture.workers,
            logging: event
        )
        #expect(erasure.deliveries == 2)
        #expect(erasure.rows == 24)
        #expect(try store.deliveries().map(\.id) == [1, 3])
        #expect(try fixture.mistakes().isEmpty)
        #expect(try fixture.ended(store) != before)
        let other = try StoreFixture()
        let fresh = try other.open()
        try other.receive(
            [StoreFixture.delivery(), StoreFixture.delivery(holder: 3, persons: 6)],
            into: fresh
        )
        #expect(try fixture.ended(store) == other.ended(fresh))
        let line = try #require(try store.auditLines([.erasure]).last)
        #expect(line.event.facts == ["rows": "24", "deliveries": "2"])
    }

    @Test func `the erased ciphertext is nowhere in database, log and temporary files`() throws {
        try receiveTogether()
        let all = try ciphertexts()
        #expect(all.count > 20)
        #expect(all.allSatisfy(finds))
        _ = try store.erase(
            deliveries: [1, 2, 3, 4],
            at: now,
            workers: StoreFixture.workers,
            logging: event
        )
        #expect(try ciphertexts().isEmpty)
        #expect(!all.contains(where: finds))
        let wal = FileManager.default.contents(atPath: fixture.path + "-wal") ?? Data()
        #expect(wal.isEmpty)
    }

    @Test func `the number of an erased delivery is not given out again`() throws {
        try receiveTogether()
        _ = try store.erase(
            deliveries: [4],
            at: now,
            workers: StoreFixture.workers,
            logging: event
        )
        try fixture.receive([StoreFixture.delivery(holder: 2, reason: "03")], into: store)
        #expect(try store.deliveries().map(\.id) == [1, 2, 3, 5])
        #expect(try fixture.mistakes().isEmpty)
        // Who takes a delivery away and says it was erased is found out.
        try fixture.alter("DELETE FROM delivery WHERE id = 3")
        try fixture.alter("INSERT INTO erased VALUES (3, '2024-01-02', zeroblob(40))")
        #expect(try fixture.mistakes().contains(.missingDelivery(id: 3)))
    }

    @Test func `an erased person is gone from all vintages, and nobody else is`() throws {
        try receiveTogether()
        try fixture.receive([StoreFixture.delivery(period: "2019H2")], into: store)
        let persons = try store.segments().flatMap {
            try $0.pseudonyms(workers: StoreFixture.workers)
        }
        let person = try #require(persons.min())
        let rows = try store.segments().map(\.rows).reduce(0, +)
        let elsewhere = try store.erase(
            person: person,
            sources: ["jeugdbescherming"],
            at: now,
            workers: StoreFixture.workers,
            logging: event
        )
        #expect(elsewhere.rows == 0)
        let erasure = try store.erase(
            person: person,
            sources: ["jeugdhulp"],
            at: now,
            workers: StoreFixture.workers,
            logging: event
        )
        // Three records in each of five deliveries, two of them vintages of the same.
        #expect(erasure.rows % 3 == 0)
        #expect(erasure.rows >= 3)
        let left = try store.segments().flatMap {
            try $0.pseudonyms(workers: StoreFixture.workers)
        }
        #expect(!left.contains(person))
        #expect(Set(left).count == Set(persons).count - 1)
        #expect(try store.segments().map(\.rows).reduce(0, +) == rows - erasure.rows)
        #expect(try fixture.mistakes().isEmpty)
        #expect(try store.deliveries().map(\.vintage) == [1, 1, 1, 2, 1])
    }

    @Test func `another key opens the store, and the old one does not`() throws {
        try receiveTogether()
        let figures = try fixture.ended(store)
        let old = try Set(
            store.segments().flatMap { try $0.pseudonyms(workers: StoreFixture.workers) }
        )
        let sealed = try ciphertexts()
        let newPath = fixture.folder.path("newer")
        let new = try StoreKey.load(path: newPath, create: true)
        try store.rekey(
            to: new,
            at: now,
            workers: StoreFixture.workers,
            logging: AuditEvent(.key, role: .keyKeeper, actor: "x", facts: ["what": "rotation"])
        )
        #expect(throws: (any Error).self) { _ = try fixture.open(create: false) }
        let again = try DeliveryStore(path: fixture.path, key: new, create: false)
        #expect(try again.verify(workers: StoreFixture.workers) { _, _ in }.mistakes.isEmpty)
        #expect(try again.verifyAudit().mistakes.isEmpty)
        #expect(try again.auditLines([.key]).count == 1)
        #expect(try fixture.ended(again) == figures)
        let now = try Set(
            again.segments().flatMap { try $0.pseudonyms(workers: StoreFixture.workers) }
        )
        #expect(now.count == old.count)
        #expect(now.isDisjoint(with: old))
        #expect(!sealed.contains(where: finds))
        // A delivery after it finds the same persons again, and the same file is known.
        try fixture.receive([StoreFixture.delivery(holder: 4)], into: again)
        let after = try Set(
            again.segments().flatMap { try $0.pseudonyms(workers: StoreFixture.workers) }
        )
        #expect(after == now)
        let receipts = try fixture.receive(
            [StoreFixture.delivery(holder: 3, persons: 6)],
            into: again
        )
        #expect(receipts.map(\.outcome) == [.unchanged(id: 3, vintage: 1)])
        // And once more: the chain of keys holds.
        let third = try StoreKey.load(path: fixture.folder.path("third"), create: true)
        try again.rekey(
            to: third,
            at: self.now,
            workers: StoreFixture.workers,
            logging: AuditEvent(.key, role: .keyKeeper, actor: "x", facts: ["what": "rotation"])
        )
        let last = try DeliveryStore(path: fixture.path, key: third, create: false)
        #expect(try last.verify(workers: StoreFixture.workers) { _, _ in }.mistakes.isEmpty)
        try fixture.receive([StoreFixture.delivery(holder: 5)], into: last)
        let persons = try last.segments().flatMap {
            try $0.pseudonyms(workers: StoreFixture.workers)
        }
        #expect(Set(persons).count == now.count)
        #expect(try last.verifyAudit().mistakes.isEmpty)
    }

    @Test func `a destroyed project opens with no key, and its log still shows what was done`()
        throws
    {
        try receiveTogether()
        let sealed = try ciphertexts()
        try store.log(
            [AuditEvent(.key, role: .keyKeeper, actor: "x", facts: ["what": "destruction"])],
            at: now
        )
        try store.destroyRecords()
        #expect(!sealed.contains(where: finds))
        #expect(throws: StoreError.notAStore(path: fixture.path)) {
            _ = try fixture.open(create: false)
        }
        let kinds = try fixture.look { try String.fetchAll($0, sql: "SELECT kind FROM audit") }
        #expect(kinds.last == "key")
    }
}
