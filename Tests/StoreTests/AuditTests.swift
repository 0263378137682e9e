import Domain
import Foundation
import GRDB
import Store
import Testing

@Suite("The audit log")
struct AuditTests {
    let fixture: StoreFixture
    let store: DeliveryStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private func write(_ count: Int, hour: Int = 0) throws {
        for number in 0..<count {
            try store.log(
                [
                    AuditEvent(
                        .view,
                        role: .analyst,
                        actor: "Janneke de Analist",
                        facts: ["indicator": "BJ-0\(number)"],
                        sealed: ["remark": "geheime aantekening"]
                    )
                ],
                at: UTCInstant(startOf: StoreFixture.today).advanced(hours: hour)
            )
        }
    }

    @Test func `lines are read as they were written, and nobody's name stands in the file`() throws
    {
        try write(2)
        let lines = try store.auditLines()
        #expect(lines.map(\.number) == [1, 2])
        #expect(lines[1].event.facts == ["indicator": "BJ-01"])
        #expect(lines[1].event.sealed == ["remark": "geheime aantekening"])
        #expect(lines[1].event.actor == "Janneke de Analist")
        #expect(lines[0].at.description == "2024-01-02T00:00:00Z")
        #expect(try store.verifyAudit() == store.verifyAudit(against: []))
        #expect(try store.verifyAudit().mistakes.isEmpty)
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: fixture.path + suffix) ?? Data()
            #expect(bytes.range(of: Data("Janneke".utf8)) == nil)
            #expect(bytes.range(of: Data("geheime".utf8)) == nil)
        }
    }

    @Test(arguments: [
        ("UPDATE audit SET facts = '{\"indicator\":\"BJ-09\"}' WHERE number = 3", 3),
        ("UPDATE audit SET at = '2024-01-01T00:00:00Z' WHERE number = 3", 3),
        ("UPDATE audit SET role = 'checker' WHERE number = 2", 2),
        ("UPDATE audit SET hash = zeroblob(32) WHERE number = 4", 4),
        ("UPDATE audit SET sealed = zeroblob(60) WHERE number = 1", 1),
    ])
    func `a changed line is named`(_ sql: String, _ number: Int) throws {
        try write(5)
        try fixture.alter(sql)
        let found = try store.verifyAudit().mistakes
        #expect(found.first == .changed(number: number), "\(found)")
        #expect(
            found.allSatisfy { $0 == .changed(number: number) || $0 == .departs(checkpoint: 4) }
        )
    }

    @Test func `a removed line is named, also when the others were numbered again`() throws {
        try write(5)
        try fixture.alter("DELETE FROM audit WHERE number = 3")
        #expect(try store.verifyAudit().mistakes.first == .removed(number: 3))
        try fixture.alter("UPDATE audit SET number = 3 WHERE number = 4")
        #expect(try store.verifyAudit().mistakes.contains(.moved(from: 4, to: 3)))
    }

    @Test func `two lines that changed places are named`() throws {
        try write(5)
        try fixture.alter(
            """
            UPDATE audit SET number = 99 WHERE number = 2;
            UPDATE audit SET number = 2 WHERE number = 4;
            UPDATE audit SET number = 4 WHERE number = 99;
            """
        )
        let found = try store.verifyAudit().mistakes
        #expect(found.contains(.moved(from: 4, to: 2)))
        #expect(found.contains(.moved(from: 2, to: 4)))
    }

    @Test func `a tail that was cut off is found against a checkpoint`() throws {
        try write(3)
        let kept = try #require(try store.lastCheckpoint())
        #expect(AuditCheckpoint(line: kept.line) == kept)
        try fixture.alter("DELETE FROM audit WHERE number > 1")
        #expect(try store.verifyAudit().mistakes == [.cutOff(after: 1, expected: 3)])
        // Who takes the checkpoints back as well leaves no trace inside, only outside.
        try fixture.alter("DELETE FROM checkpoint WHERE number > 1")
        #expect(try store.verifyAudit().mistakes.isEmpty)
        #expect(
            try store.verifyAudit(against: [kept]).mistakes == [.cutOff(after: 1, expected: 3)]
        )
        try write(3)
        #expect(
            try store.verifyAudit(against: [kept]).mistakes == [.departs(checkpoint: 3)]
        )
    }

    @Test func `a checkpoint that was altered or comes from another store is named`() throws {
        try write(1)
        try fixture.alter("UPDATE checkpoint SET hash = zeroblob(32)")
        #expect(try store.verifyAudit().mistakes == [.unsigned(checkpoint: 1)])
        let other = try StoreFixture()
        let elsewhere = try other.open()
        try elsewhere.log(
            [AuditEvent(.login, role: .checker, actor: "x", facts: [:])],
            at: UTCInstant(seconds: 0)
        )
        let foreign = try #require(try elsewhere.lastCheckpoint())
        #expect(
            try store.verifyAudit(against: [foreign]).mistakes.contains(.unsigned(checkpoint: 1))
        )
    }

    @Test func `a clock that was put back is named`() throws {
        try write(1, hour: 5)
        try write(1, hour: 4)
        #expect(try store.verifyAudit().mistakes == [.clockBack(number: 2)])
    }

    @Test func `every receipt is in the log, in the transaction of its delivery`() throws {
        try fixture.receive(
            [StoreFixture.delivery(), StoreFixture.delivery(holder: 2)],
            into: store
        )
        try fixture.receive([StoreFixture.delivery()], into: store)
        let outcomes = try store.auditLines([.receipt]).map { $0.event.facts["outcome"] }
        #expect(outcomes == ["accepted", "accepted", "unchanged"])
        #expect(try store.auditLines().allSatisfy { $0.event.facts["bsn"] == nil })
        #expect(try store.verifyAudit().mistakes.isEmpty)
    }
}
