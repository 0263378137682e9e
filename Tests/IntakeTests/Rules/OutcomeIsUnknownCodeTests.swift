import Domain
import Intake
import Testing

@Suite struct OutcomeIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-426",
            [
                ["uitkomst": "09"],
                ["uitkomst": "00"],
            ]
        )
        #expect(
            found == [
                .field("INT-426", row: 2, "uitkomst"),
                .field("INT-426", row: 3, "uitkomst"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-426",
            [
                ["uitkomst": "06"],
                ["uitkomst": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
