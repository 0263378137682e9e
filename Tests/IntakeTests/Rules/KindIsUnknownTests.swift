import Domain
import Intake
import Testing

@Suite struct KindIsUnknownTests {
    @Test func `a row that is neither advice nor report is left out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-403",
            [
                ["soort": ""],
                ["soort": "X"],
                ["soort": "a"],
            ]
        )
        #expect(
            found == [
                .record("INT-403", row: 2, "soort"),
                .record("INT-403", row: 3, "soort"),
                .record("INT-403", row: 4, "soort"),
            ]
        )
    }

    @Test func `a report stays`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-403",
            [
                ["soort": "M"]
            ]
        )
        #expect(found.isEmpty)
    }
}
