import Domain
import Intake
import Testing

@Suite struct DurationIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-508",
            [
                ["duur": "Z"],
                ["duur": "09"],
            ]
        )
        #expect(
            found == [
                .field("INT-508", row: 2, "duur"),
                .field("INT-508", row: 3, "duur"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-508",
            [
                ["duur": "E"],
                ["duur": "S"],
            ]
        )
        #expect(found.isEmpty)
    }
}
