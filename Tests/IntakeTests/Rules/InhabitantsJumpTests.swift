import Domain
import Intake
import Testing

@Suite struct InhabitantsJumpTests {
    @Test func `a rise by more than a quarter is asked about`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-809",
            [
                ["year": "2019", "population_0_17": "1000"],
                ["year": "2020", "population_0_17": "1251"],
            ]
        )
        #expect(
            found == [
                .query("INT-809", row: 3, "population_0_17")
            ]
        )
    }

    @Test func `a quarter is in order`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-809",
            [
                ["year": "2019", "population_0_17": "1000"],
                ["year": "2020", "population_0_17": "1250"],
            ]
        )
        #expect(found.isEmpty)
    }
}
