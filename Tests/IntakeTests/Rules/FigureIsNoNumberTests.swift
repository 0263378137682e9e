import Domain
import Intake
import Testing

@Suite struct FigureIsNoNumberTests {
    @Test func `a number with a point is left out`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-803",
            [
                ["population_0_17": "1.000"],
                ["age": "0-17"],
            ]
        )
        #expect(
            found == [
                .record("INT-803", row: 2, "population_0_17"),
                .record("INT-803", row: 3, "age"),
            ]
        )
    }

    @Test func `a whole number stays`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-803",
            [
                ["population_0_17": "1000", "age": ""]
            ]
        )
        #expect(found.isEmpty)
    }
}
