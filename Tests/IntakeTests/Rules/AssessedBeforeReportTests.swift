import Domain
import Intake
import Testing

@Suite struct AssessedBeforeReportTests {
    @Test func `an assessment on the day before the report is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-437",
            [
                ["datum_beoordeling": "20190228", "besluit": "GV"]
            ]
        )
        #expect(
            found == [
                .query("INT-437", row: 2, "datum_beoordeling")
            ]
        )
    }

    @Test func `one on the same day is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-437",
            [
                ["datum_beoordeling": "20190301", "besluit": "GV"]
            ]
        )
        #expect(found.isEmpty)
    }
}
