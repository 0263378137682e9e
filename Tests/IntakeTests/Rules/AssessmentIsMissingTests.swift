import Domain
import Intake
import Testing

@Suite struct AssessmentIsMissingTests {
    @Test func `a decision without an assessment is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-434",
            [
                ["besluit": "GV"]
            ]
        )
        #expect(
            found == [
                .query("INT-434", row: 2, "datum_beoordeling")
            ]
        )
    }

    @Test func `both together are in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-434",
            [
                ["datum_beoordeling": "20190304", "besluit": "GV"]
            ]
        )
        #expect(found.isEmpty)
    }
}
