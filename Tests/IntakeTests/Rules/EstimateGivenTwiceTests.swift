import Domain
import Intake
import Testing

@Suite struct EstimateGivenTwiceTests {
    @Test func `a second number for the same is asked about`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-828",
            [
                ["per_1000": "30"],
                ["per_1000": "31"],
            ]
        )
        #expect(
            found == [
                .query("INT-828", row: 3, "per_1000")
            ]
        )
    }

    @Test func `another form is in order`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-828",
            [
                ["per_1000": "30"],
                ["per_1000": "31", "vorm": "seksueel misbruik"],
            ]
        )
        #expect(found.isEmpty)
    }
}
