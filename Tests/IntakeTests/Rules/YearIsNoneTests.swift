import Domain
import Intake
import Testing

@Suite struct YearIsNoneTests {
    @Test func `a row without a year is left out`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-801",
            [
                ["year": ""],
                ["year": "19"],
            ]
        )
        #expect(
            found == [
                .record("INT-801", row: 2, "year"),
                .record("INT-801", row: 3, "year"),
            ]
        )
    }

    @Test func `a year of four digits stays`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-801",
            [
                ["year": "2019"]
            ]
        )
        #expect(found.isEmpty)
    }
}
