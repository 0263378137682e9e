import Domain
import Intake
import Testing

@Suite struct AdviceWithReportFieldsTests {
    @Test func `a role or involvement with an advice is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-442",
            [
                ["soort": "A", "rol": "S", "casus": "", "betrokkenheid": ""],
                ["soort": "A", "rol": "", "casus": "", "betrokkenheid": "E"],
            ]
        )
        #expect(
            found == [
                .query("INT-442", row: 2, "rol"),
                .query("INT-442", row: 3, "betrokkenheid"),
            ]
        )
    }

    @Test func `an advice without them is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-442",
            [
                ["soort": "A", "rol": "", "casus": "", "betrokkenheid": ""],
                [:],
            ]
        )
        #expect(found.isEmpty)
    }
}
