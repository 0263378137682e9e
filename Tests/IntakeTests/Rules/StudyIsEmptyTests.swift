import Domain
import Intake
import Testing

@Suite struct StudyIsEmptyTests {
    @Test func `an estimate without a name or form is left out`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-821",
            [
                ["studie": ""],
                ["vorm": ""],
            ]
        )
        #expect(
            found == [
                .record("INT-821", row: 2, "studie"),
                .record("INT-821", row: 3, "vorm"),
            ]
        )
    }

    @Test func `a full row stays`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-821",
            [
                [:]
            ]
        )
        #expect(found.isEmpty)
    }
}
