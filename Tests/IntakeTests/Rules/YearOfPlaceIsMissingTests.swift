import Domain
import Intake
import Testing

@Suite struct YearOfPlaceIsMissingTests {
    @Test func `a hole between two years is told`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-810",
            [
                ["year": "2018", "population_0_17": "1000"],
                ["year": "2020", "population_0_17": "1000"],
            ]
        )
        #expect(
            found == [
                .note("INT-810", row: 3, "year")
            ]
        )
    }

    @Test func `years without a hole are in order`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-810",
            [
                ["year": "2018", "population_0_17": "1000"],
                ["year": "2019", "population_0_17": "1000"],
            ]
        )
        #expect(found.isEmpty)
    }
}
