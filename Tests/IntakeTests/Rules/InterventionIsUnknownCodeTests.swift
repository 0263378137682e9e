import Domain
import Intake
import Testing

@Suite struct InterventionIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-601",
            [
                ["erkende_interventie": "1"],
                ["erkende_interventie": "ja"],
            ]
        )
        #expect(
            found == [
                .field("INT-601", row: 2, "erkende_interventie"),
                .field("INT-601", row: 3, "erkende_interventie"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-601",
            [
                ["erkende_interventie": "J"],
                ["erkende_interventie": "N"],
                ["erkende_interventie": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
