import Domain
import Intake
import Testing

@Suite struct DecisionIsMissingTests {
    @Test func `an assessment without a decision is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-433",
            [
                ["datum_beoordeling": "20190304"]
            ]
        )
        #expect(
            found == [
                .query("INT-433", row: 2, "besluit")
            ]
        )
    }

    @Test func `no assessment, no decision`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-433",
            [
                ["datum_beoordeling": "20190304", "besluit": "GV"],
                [:],
            ]
        )
        #expect(found.isEmpty)
    }
}
