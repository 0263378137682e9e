import Domain
import Intake
import Testing

@Suite struct CaseIsMissingTests {
    @Test func `a report without a case is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-430",
            [
                ["casus": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-430", row: 2, "casus")
            ]
        )
    }

    @Test func `an advice has no case`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-430",
            [
                ["soort": "A", "rol": "", "casus": "", "betrokkenheid": ""],
                ["casus": "C 1"],
            ]
        )
        #expect(found.isEmpty)
    }
}
