import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("Tables that do not exist")
struct AbsentTableTests {
    private func absent(
        _ stage: IndicatorStage,
        _ ids: [String],
        _ period: String
    ) throws -> (tables: [String], absent: [AbsentTable]) {
        var found: [AbsentTable] = []
        let period = try #require(Period(period))
        let tables = try stage.lines(ids, [period]) { found.append($0) }
        return (tables.keys.sorted(), found)
    }

    @Test func `without a delivery for the half-year after there is no table of new starts`() throws
    {
        let table = try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190401 01
            1 2019H2 - - - - - -
            """
        )
        let stage = try ReceivedDeliveries(table.deliveries).stage()
        // Nothing to report is a delivery too.
        let first = try absent(stage, ["BJ-07"], "2019H1")
        #expect(first.tables == ["BJ-07 2019H1"])
        #expect(first.absent.isEmpty)
        let last = try absent(stage, ["BJ-01", "BJ-07"], "2019H2")
        #expect(last.tables == ["BJ-01 2019H2"])
        #expect(
            last.absent == [
                AbsentTable(
                    indicator: "BJ-07",
                    period: .halfYear(try #require(ReportingPeriod("2019H2"))),
                    reason: .nextPeriod
                )
            ]
        )
    }

    @Test func `reasons of measures end with 2020, and 2020 carries its caution`() throws {
        let table = try SpecTable(
            """
            1 2019H2 1 11 - 20190101 20191101 -
            1 2020H2 2 11 - 20190101 20201101 -
            1 2021H1 3 11 - 20190101 20210301 -
            """,
            source: "jeugdbescherming"
        )
        let stage = try ReceivedDeliveries(table.deliveries).stage()
        var cautions: [String: String] = [:]
        var absent: [AbsentTable.Reason] = []
        try stage.run(
            ["JB-03"],
            periods: [],
            progress: { _ in },
            absent: { absent.append($0.reason) }
        ) { cautions[$0.period.description] = $0.notes["caution"] ?? "none" }
        #expect(cautions == ["2019H2": "none", "2020H2": "2020H1–2022H1"])
        #expect(absent == [.lastPeriod])
    }

    @Test func `where pseudonyms differ or one source is missing, nobody has both`() throws {
        let help = try SpecTable("1 2019H1 1 02 02 20190101 - -")
        let measure = try SpecTable(
            "1 2019H1 1 11 - 20190101 - -",
            source: "jeugdbescherming"
        )
        let apart = try ReceivedDeliveries(help.deliveries + measure.deliveries).stage()
        #expect(try absent(apart, ["JB-05"], "2019H1").absent.map(\.reason) == [.notLinked])
        let linked = try TestDefinitions.linked()
        let alone = try ReceivedDeliveries(help.deliveries, definitions: linked).stage()
        #expect(try absent(alone, ["JB-05"], "2019H1").absent.map(\.reason) == [.secondSource])
        let both = try ReceivedDeliveries(
            help.deliveries + measure.deliveries,
            definitions: linked
        ).stage()
        let lines = try both.lines(["JB-05"], [try #require(Period("2019H1"))])["JB-05 2019H1"]
        #expect(lines?.contains("2019H1,nl,NL01,02,youths,1") == true)
    }

    @Test func `the coverage of outcomes is noted beside the table`() throws {
        var asked = try SpecTable(
            """
            1 2019H1 1 02 04 20190101 20190401 01
            1 2019H1 2 02 04 20190101 20190401 01
            1 2019H1 3 02 04 20190101 20190401 01
            """
        ).deliveries
        asked[0].records[0].satisfaction = "8"
        asked[0].records[0].informant = "J"
        var notes: [String: String] = [:]
        try ReceivedDeliveries(asked).stage().run(["BJ-08"], periods: [], progress: { _ in }) {
            notes = $0.notes
        }
        #expect(notes["coverage"] == "satisfaction_percent 33.3, without_help_percent 0.0")
    }
}
