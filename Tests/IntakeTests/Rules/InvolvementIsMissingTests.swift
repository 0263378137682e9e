import Domain
import Intake
import Testing

@Suite struct InvolvementIsMissingTests {
    @Test func `a report without earlier involvement is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-432",
            [
                ["betrokkenheid": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-432", row: 2, "betrokkenheid")
            ]
        )
    }

    @Test func `an advice has none`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-432",
            [
                ["soort": "A", "rol": "", "casus": "", "betrokkenheid": ""],
                ["betrokkenheid": "H"],
            ]
        )
        #expect(found.isEmpty)
    }
}
