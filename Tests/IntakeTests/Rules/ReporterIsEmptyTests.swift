import Domain
import Intake
import Testing

@Suite struct ReporterIsEmptyTests {
    @Test func `an empty reporter is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-440",
            [
                ["melder": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-440", row: 2, "melder")
            ]
        )
    }

    @Test func `unknown is a code`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-440",
            [
                ["melder": "41"]
            ]
        )
        #expect(found.isEmpty)
    }
}
