import Domain
import Intake
import Testing

@Suite struct RoleIsMissingTests {
    @Test func `a person in a report without a role is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-431",
            [
                ["rol": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-431", row: 2, "rol")
            ]
        )
    }

    @Test func `an advice has no roles`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-431",
            [
                ["soort": "A", "rol": "", "casus": "", "betrokkenheid": ""]
            ]
        )
        #expect(found.isEmpty)
    }
}
