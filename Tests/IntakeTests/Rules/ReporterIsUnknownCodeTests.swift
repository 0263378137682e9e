import Domain
import Intake
import Testing

@Suite struct ReporterIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-420",
            [
                ["melder": "21"],
                ["melder": "1"],
                ["melder": "99"],
            ]
        )
        #expect(
            found == [
                .field("INT-420", row: 2, "melder"),
                .field("INT-420", row: 3, "melder"),
                .field("INT-420", row: 4, "melder"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-420",
            [
                ["melder": "20"],
                ["melder": "41"],
                ["melder": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
