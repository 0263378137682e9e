import Domain
import Intake
import Testing

@Suite struct RoleIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-423",
            [
                ["rol": "X"],
                ["rol": "s"],
            ]
        )
        #expect(
            found == [
                .field("INT-423", row: 2, "rol"),
                .field("INT-423", row: 3, "rol"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-423",
            [
                ["rol": "S"],
                ["rol": "P"],
                ["rol": "B"],
                ["rol": "O"],
            ]
        )
        #expect(found.isEmpty)
    }
}
