import Domain
import Intake
import Testing

@Suite struct OwnNetworkIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-507",
            [
                ["kring": "Z"],
                ["kring": "09"],
            ]
        )
        #expect(
            found == [
                .field("INT-507", row: 2, "kring"),
                .field("INT-507", row: 3, "kring"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-507",
            [
                ["kring": "J"],
                ["kring": "N"],
            ]
        )
        #expect(found.isEmpty)
    }
}
