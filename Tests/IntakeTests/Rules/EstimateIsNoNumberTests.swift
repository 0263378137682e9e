import Domain
import Intake
import Testing

@Suite struct EstimateIsNoNumberTests {
    @Test func `what is no number per thousand is left out`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-825",
            [
                ["per_1000": "3%"],
                ["ondergrens": "26.0001"],
                ["bovengrens": "1000,5"],
            ]
        )
        #expect(
            found == [
                .record("INT-825", row: 2, "per_1000"),
                .record("INT-825", row: 3, "ondergrens"),
                .record("INT-825", row: 4, "bovengrens"),
            ]
        )
    }

    @Test func `a point or comma and three decimals are allowed`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-825",
            [
                ["per_1000": "31,5", "ondergrens": "26.125", "bovengrens": "1000"]
            ]
        )
        #expect(found.isEmpty)
    }
}
