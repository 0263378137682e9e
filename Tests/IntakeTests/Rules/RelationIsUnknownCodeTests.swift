import Domain
import Intake
import Testing

@Suite struct RelationIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-527",
            [
                ["relatie": "Z"],
                ["relatie": "G+"],
                ["relatie": "G+G"],
            ]
        )
        #expect(
            found == [
                .field("INT-527", row: 2, "relatie"),
                .field("INT-527", row: 3, "relatie"),
                .field("INT-527", row: 4, "relatie"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-527",
            [
                ["relatie": "G+N"],
                ["relatie": "O"],
                ["relatie": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
