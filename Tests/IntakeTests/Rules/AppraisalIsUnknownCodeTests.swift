import Domain
import Intake
import Testing

@Suite struct AppraisalIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-424",
            [
                ["taxatie": "SA"],
                ["taxatie": "X"],
            ]
        )
        #expect(
            found == [
                .field("INT-424", row: 2, "taxatie"),
                .field("INT-424", row: 3, "taxatie"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-424",
            [
                ["taxatie": "AS"],
                ["taxatie": "N"],
                ["taxatie": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
