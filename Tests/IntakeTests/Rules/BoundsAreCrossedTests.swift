import Domain
import Intake
import Testing

@Suite struct BoundsAreCrossedTests {
    @Test func `crossed bounds are asked about`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-826",
            [
                ["ondergrens": "37", "bovengrens": "26", "per_1000": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-826", row: 2, "ondergrens")
            ]
        )
    }

    @Test func `equal bounds are in order`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-826",
            [
                ["ondergrens": "26", "bovengrens": "26", "per_1000": ""]
            ]
        )
        #expect(found.isEmpty)
    }
}
