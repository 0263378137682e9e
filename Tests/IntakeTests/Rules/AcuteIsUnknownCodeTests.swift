import Domain
import Intake
import Testing

@Suite struct AcuteIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-505",
            [
                ["acuut": "Z"],
                ["acuut": "09"],
            ]
        )
        #expect(
            found == [
                .field("INT-505", row: 2, "acuut"),
                .field("INT-505", row: 3, "acuut"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-505",
            [
                ["acuut": "J"],
                ["acuut": "N"],
            ]
        )
        #expect(found.isEmpty)
    }
}
