import Domain
import Intake
import Testing

@Suite struct BirthIsAfterReportTests {
    @Test func `a birth on the day after the report is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-446",
            [
                ["geboortedatum": "20190302"]
            ]
        )
        #expect(
            found == [
                .query("INT-446", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `the same day, unborn and an unknown day are in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-446",
            [
                ["geboortedatum": "20190301"],
                ["geboortedatum": "99999999"],
                ["geboortedatum": "20190700"],
            ]
        )
        #expect(found.isEmpty)
    }
}
