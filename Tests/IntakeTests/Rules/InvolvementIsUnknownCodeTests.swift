import Domain
import Intake
import Testing

@Suite struct InvolvementIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-428",
            [
                ["betrokkenheid": "X"],
                ["betrokkenheid": "EE"],
            ]
        )
        #expect(
            found == [
                .field("INT-428", row: 2, "betrokkenheid"),
                .field("INT-428", row: 3, "betrokkenheid"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-428",
            [
                ["betrokkenheid": "E"],
                ["betrokkenheid": "VB"],
                ["betrokkenheid": "VN"],
                ["betrokkenheid": "VM"],
                ["betrokkenheid": "H"],
            ]
        )
        #expect(found.isEmpty)
    }
}
