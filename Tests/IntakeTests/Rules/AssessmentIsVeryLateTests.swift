import Domain
import Intake
import Testing

@Suite struct AssessmentIsVeryLateTests {
    @Test func `an assessment 57 days later is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-444",
            [
                ["datum_beoordeling": "20190427", "besluit": "GV"]
            ]
        )
        #expect(
            found == [
                .query("INT-444", row: 2, "datum_beoordeling")
            ]
        )
    }

    @Test func `56 days is not`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-444",
            [
                ["datum_beoordeling": "20190426", "besluit": "GV"]
            ]
        )
        #expect(found.isEmpty)
    }
}
