import Domain
import Intake
import Testing

@Suite struct EstimateOutsideBoundsTests {
    @Test func `an estimate below or above is asked about`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-827",
            [
                ["per_1000": "25.9", "ondergrens": "26", "bovengrens": "37"],
                ["per_1000": "37.1", "ondergrens": "26", "bovengrens": "37"],
            ]
        )
        #expect(
            found == [
                .query("INT-827", row: 2, "per_1000"),
                .query("INT-827", row: 3, "per_1000"),
            ]
        )
    }

    @Test func `on the bound it is in order`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-827",
            [
                ["per_1000": "26", "ondergrens": "26", "bovengrens": "37"]
            ]
        )
        #expect(found.isEmpty)
    }
}
