import Domain
import Intake
import Testing

@Suite struct InhabitantsGivenTwiceTests {
    @Test func `a second number of the same place and year is asked about`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-805",
            [
                ["gm_code": "GM0363"],
                ["gm_code": "GM0363", "population_0_17": "999"],
            ]
        )
        #expect(
            found == [
                .query("INT-805", row: 3, "gm_code")
            ]
        )
    }

    @Test func `another year is in order`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-805",
            [
                ["gm_code": "GM0363"],
                ["gm_code": "GM0363", "year": "2020", "population_0_17": "1000"],
            ]
        )
        #expect(found.isEmpty)
    }
}
