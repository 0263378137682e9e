import Domain
import Intake
import Testing

@Suite struct MunicipalityIsVeryLargeTests {
    @Test func `over 1.5 million is asked about`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-808",
            [
                ["population_0_17": "1500001"]
            ]
        )
        #expect(
            found == [
                .query("INT-808", row: 2, "population_0_17")
            ]
        )
    }

    @Test func `1.5 million is not`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-808",
            [
                ["population_0_17": "1500000"]
            ]
        )
        #expect(found.isEmpty)
    }
}
