import Domain
import Intake
import Testing

@Suite struct DecisionIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-425",
            [
                ["besluit": "XX"],
                ["besluit": "O"],
            ]
        )
        #expect(
            found == [
                .field("INT-425", row: 2, "besluit"),
                .field("INT-425", row: 3, "besluit"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-425",
            [
                ["besluit": "OV", "datum_beoordeling": "20190304"],
                ["besluit": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
