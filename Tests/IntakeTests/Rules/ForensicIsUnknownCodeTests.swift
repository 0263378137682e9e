import Domain
import Intake
import Testing

@Suite struct ForensicIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-529",
            [
                ["forensisch": "1"]
            ]
        )
        #expect(
            found == [
                .field("INT-529", row: 2, "forensisch")
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-529",
            [
                ["forensisch": "J"],
                ["forensisch": "N"],
                ["forensisch": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
