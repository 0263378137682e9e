import Domain
import Intake
import Testing

@Suite struct InhabitantSexIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-806",
            [
                ["sex": "X"]
            ]
        )
        #expect(
            found == [
                .field("INT-806", row: 2, "sex")
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-806",
            [
                ["sex": "V"],
                ["sex": "M"],
                ["sex": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
