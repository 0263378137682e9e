import Domain
import Intake
import Testing

@Suite struct FirstReportIsNotFirstTests {
    @Test func `a later report of the case that is called first is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-454",
            [
                ["casus": "C1", "datum": "20190301"],
                ["casus": "C1", "datum": "20190401"],
            ]
        )
        #expect(
            found == [
                .query("INT-454", row: 3, "betrokkenheid")
            ]
        )
    }

    @Test func `a repeated report is not called first`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-454",
            [
                ["casus": "C1", "datum": "20190301"],
                ["casus": "C1", "datum": "20190401", "betrokkenheid": "VN"],
                ["casus": "C2", "datum": "20190501"],
            ]
        )
        #expect(found.isEmpty)
    }
}
