import Domain
import Intake
import Testing

@Suite struct ReportWithManyPersonsTests {
    @Test func `26 rows of one report are asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-452",
            many(26, ["nummer": "M1", "casus": "C1"])
        )
        #expect(
            found == [
                .query("INT-452", row: 2, "nummer")
            ]
        )
    }

    @Test func `25 are not`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-452",
            many(25, ["nummer": "M1", "casus": "C1"])
        )
        #expect(found.isEmpty)
    }
}
