import Domain
import Intake
import Testing

@Suite struct EstimateIsMissingTests {
    @Test func `one bound alone is left out`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-824",
            [
                ["per_1000": "", "ondergrens": "26", "bovengrens": ""]
            ]
        )
        #expect(
            found == [
                .record("INT-824", row: 2, "per_1000")
            ]
        )
    }

    @Test func `two bounds, or an estimate, stay`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-824",
            [
                ["per_1000": "", "ondergrens": "26", "bovengrens": "37"],
                ["per_1000": "30", "ondergrens": "", "bovengrens": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
