import Columns
import Definitions
import Domain
import Indicators
import Pipeline
import Store
import TestSupport
import Testing

@Suite("What a figure was in each vintage")
struct RevisionStageTests {
    private func stage(_ fixture: ReceivingFixture) -> RevisionStage {
        RevisionStage(
            definitions: fixture.definitions,
            store: fixture.store,
            workers: Workers(cores: 1),
            actor: AuditActor(name: "A. Jansen", role: .analyst) {
                UTCInstant(seconds: 1_706_800_000)
            }
        )
    }

    /// Twelve trajectories; three more of another holder; of the first holder two fewer; the next
    /// half-year; and a redelivery in which nothing changes that is counted.
    private func filled() throws -> ReceivingFixture {
        let fixture = try ReceivingFixture()
        func records(_ numbers: ClosedRange<Int>, _ start: String = "20190101") -> [String] {
            numbers.map { "\($0) 02 \(start) - -" }
        }
        let days = [
            ("2024-01-02", try fixture.file(1, "2019H1", records(1...12))),
            ("2024-02-01", try fixture.file(2, "2019H1", records(13...15))),
            ("2024-02-05", try fixture.file(1, "2019H1", records(1...10))),
            ("2024-03-01", try fixture.file(1, "2019H2", records(1...4))),
            ("2024-03-02", try fixture.file(1, "2019H1", records(1...10, "20190102"))),
        ]
        for (day, path) in days {
            let receipt = try #require(try fixture.receive([path], on: day).first)
            try #require(receipt.rows > 0, "\(receipt)")
        }
        return fixture
    }

    @Test func `each day on which something came has its figure, and how it moved`() throws {
        let fixture = try filled()
        let revisions = try stage(fixture).run("BJ-01", periods: [], progress: { _ in })
        #expect(
            revisions.map(\.csv) == [
                "2019H1,2024-01-02,voorlopig,1,trajectories,12,,none",
                "2019H1,2024-02-01,voorlopig,1,trajectories,15,+3,none",
                "2019H1,2024-02-05,voorlopig,1,trajectories,13,-2,none",
                "2019H1,2024-03-02,nader voorlopig,1,trajectories,13,0,none",
                "2019H2,2024-03-01,voorlopig,1,trajectories,4,,none",
            ]
        )
    }

    @Test func `the last line is what is computed now, and a year waits for both halves`() throws {
        let fixture = try filled()
        let year = try #require(Period("2019"))
        let half = try #require(Period("2019H1"))
        let revisions = try stage(fixture).run("BJ-01", periods: [year, half], progress: { _ in })
        var now: [Period: Int64] = [:]
        try IndicatorStage(
            definitions: fixture.definitions,
            store: fixture.store,
            workers: Workers(cores: 1)
        ).run(["BJ-01"], periods: [year, half], progress: { _ in }) { table in
            now[table.period] = table.value(
                CellTable.Region(geography: .country, code: "NL01"),
                table.dimensions.map { _ in "T" },
                "trajectories"
            )
        }
        for period in [year, half] {
            let last = try #require(revisions.last(where: { $0.period == period }))
            #expect(last.value == now[period])
        }
        #expect(
            revisions.filter { $0.period == year }.map(\.day.description)
                == ["2024-03-01", "2024-03-02"]
        )
    }

    @Test func `that bare figures were looked at stands in the log`() throws {
        let fixture = try filled()
        _ = try stage(fixture).run(
            "BJ-01",
            periods: [try #require(Period("2019H2"))],
            progress: { _ in }
        )
        let line = try #require(try fixture.store.auditLines([.view]).last)
        #expect(line.event.actor == "A. Jansen")
        #expect(line.event.facts == ["revisions": "BJ-01", "periods": "2019H2"])
    }

    @Test func `an indicator that is not there is refused with those that are`() throws {
        let fixture = try filled()
        let known = fixture.definitions.indicators.keys.sorted()
        #expect(throws: IndicatorError.unknown(id: "XX-01", known: known)) {
            _ = try stage(fixture).run("XX-01", periods: [], progress: { _ in })
        }
    }
}
