import Columns
import Definitions
import Domain
import Foundation
import GRDB
import Indicators
import Pipeline
import Privacy
import Store
import TestSupport
import Testing

@Suite("Completeness, approval and locks")
struct CompletenessTests {
    private let header = HolderRegister.header + "\n"

    private func desk(_ fixture: ReceivingFixture, _ name: String = "A. Jansen") -> DeliveryDesk {
        DeliveryDesk(
            store: fixture.store,
            actor: AuditActor(name: name, role: .administrator) {
                UTCInstant(seconds: 1_574_000_000)
            }
        )
    }

    private func place(_ period: String) throws -> DeliveryApprovals.Place {
        DeliveryApprovals.Place(
            source: "jeugdhulp",
            holder: "90000001",
            period: try #require(ReportingPeriod(period))
        )
    }

    @Test func `without a register completeness is unknown, not full`() throws {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([try fixture.file(1, "2019H1", ["1 02 20190101 - -"])])
        let share = try Completeness(store: fixture.store, definitions: fixture.definitions)
            .shares(of: "jeugdhulp")
        #expect(share.count == 1)
        #expect(share.first?.expected == nil)
        #expect(share.first?.percent == nil)
        #expect(share.first?.delivered == ["90000001"])
    }

    @Test func `who must deliver and has not is named, and a merged holder is not missed`() throws {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([
            try fixture.file(1, "2018H2", ["1 02 20180801 - -"]),
            try fixture.file(1, "2019H1", ["1 02 20180801 - -"]),
        ])
        let text =
            header + "jeugdhulp,90000001,2015H1,,\n"
            + "jeugdhulp,90000002,2015H1,2018H2,90000001\n"
            + "jeugdhulp,90000003,2019H1,,\n"
        let vintage = try desk(fixture).keep(
            registerCSV: text,
            path: "r.csv",
            definitions: fixture.definitions
        )
        #expect(vintage == 1)
        let shares = try Completeness(store: fixture.store, definitions: fixture.definitions)
            .shares(of: "jeugdhulp")
        #expect(shares.map(\.missing) == [["90000002"], ["90000003"]])
        #expect(shares.map(\.percent) == [50, 50])
        #expect(shares.map(\.status) == [.final, .provisional])
    }

    @Test func `a locked half-year takes no redelivery until it is unlocked`() throws {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([try fixture.file(1, "2019H1", ["1 02 20190101 - -"])])
        #expect(try desk(fixture).approve(place("2019H1")) == 1)
        try desk(fixture).lock(place("2019H1"))
        #expect(
            throws: DeliveryDeskError.lockedAlready(
                source: "jeugdhulp",
                holder: "90000001",
                period: "2019H1"
            )
        ) { try desk(fixture).lock(place("2019H1")) }
        let again = try fixture.file(1, "2019H1", ["1 02 20190102 - -"])
        let refused = try #require(try fixture.receive([again]).first)
        #expect(refused.outcome == .refused)
        #expect(refused.findingCounts["INT-054"] == 1)
        #expect(try fixture.store.deliveries().count == 1)
        try desk(fixture, "B. Bakker").unlock(place("2019H1"))
        let taken = try #require(try fixture.receive([again]).first)
        #expect(taken.outcome == .accepted(id: 2, vintage: 2))
        // What was approved is another vintage.
        let approvals = DeliveryApprovals(try fixture.store.auditLines())
        #expect(try approvals.approval(of: place("2019H1"), vintage: 1)?.by == "A. Jansen")
        #expect(try approvals.approval(of: place("2019H1"), vintage: 2) == nil)
        #expect(
            throws: DeliveryDeskError.notLocked(
                source: "jeugdhulp",
                holder: "90000001",
                period: "2019H1"
            )
        ) { try desk(fixture).unlock(place("2019H1")) }
    }

    @Test func `a lock that was taken out of the log opens nothing`() throws {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([try fixture.file(1, "2019H1", ["1 02 20190101 - -"])])
        try desk(fixture).lock(place("2019H1"))
        let queue = try DatabaseQueue(path: fixture.store.path)
        try queue.write {
            try $0.execute(sql: "DELETE FROM audit WHERE kind = 'delivery-lock'")
        }
        let again = try fixture.file(1, "2019H1", ["1 02 20190102 - -"])
        #expect(throws: PermitRefusal.self) { _ = try fixture.receive([again]) }
        #expect(try fixture.store.deliveries().count == 1)
    }

    @Test func `nothing is approved that was not accepted`() throws {
        let fixture = try ReceivingFixture()
        #expect(
            throws: DeliveryDeskError.nothingAccepted(
                source: "jeugdhulp",
                holder: "90000001",
                period: "2019H1"
            )
        ) { _ = try desk(fixture).approve(place("2019H1")) }
    }

    @Test(arguments: [
        ("source,holder\n", 1, HolderRegister.header), ("jeugdhulp,1,2019H1,\n", 2, ""),
        ("jeugdzorg,1,2019H1,,\n", 2, "source"), ("jeugdhulp,,2019H1,,\n", 2, "holder"),
        ("jeugdhulp,1,2019,,\n", 2, "from"), ("jeugdhulp,1,2019H2,2019H1,\n", 2, "until"),
        ("jeugdhulp,1,2019H1,,2\n", 2, "merged_into"),
        ("jeugdhulp,1,2019H1,2019H2,1\n", 2, "merged_into"),
        ("jeugdhulp,1,2015H1,2019H1,\njeugdhulp,1,2019H1,,\n", 3, "holder"),
    ])
    func `a line of a register that is not right is named`(
        _ text: String,
        _ line: Int,
        _ column: String
    ) throws {
        let fixture = try ReceivingFixture()
        let csv = text.hasPrefix("source") ? text : header + text
        #expect(throws: HolderRegisterError(path: "r.csv", line: line, column: column)) {
            _ = try desk(fixture).keep(
                registerCSV: csv,
                path: "r.csv",
                definitions: fixture.definitions
            )
        }
        #expect(try fixture.store.holderRegister() == nil)
    }

    @Test func `a figure of too few deliveries is DQ, with its reason, and inside it is counted`()
        throws
    {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([try fixture.file(1, "2019H1", ["1 02 20190101 - -"])])
        let text = header + (1...5).map { "jeugdhulp,9000000\($0),2015H1,,\n" }.joined()
        _ = try desk(fixture).keep(
            registerCSV: text,
            path: "r.csv",
            definitions: fixture.definitions
        )
        func compute(isInternal: Bool) throws -> ComputeStage.Outcome {
            var request = ComputeStage.Request()
            request.ids = ["BJ-01"]
            request.isInternal = isInternal
            return try ComputeStage(
                definitions: fixture.definitions,
                store: fixture.store,
                profile: try #require(fixture.definitions.profiles["cbs"]),
                workers: Workers(cores: 1)
            ).run(request, to: fixture.folder.path("tables"), progress: { _ in })
        }
        let shown = try compute(isInternal: false)
        #expect(shown.files.isEmpty)
        #expect(shown.absent.map(\.reason) == ["incomplete"])
        let inside = try compute(isInternal: true)
        #expect(inside.files.count == 1)
        #expect(inside.notes.first?.notes["completeness_percent"] == "20")
        #expect(inside.notes.first?.notes["expected_holders"] == "5")
    }
}
