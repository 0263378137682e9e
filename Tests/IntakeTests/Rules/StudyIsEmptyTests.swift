import Domain
import Intake
import Testing

@Suite struct StudyIsEmptyTests {
    @Test func `an empty field is found`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-821",
            [
                ["studie": ""]
            ]
        )
        #expect(
            found == [
                .record("INT-821", row: 2, "studie")
            ]
        )
    }

    @Test func `any text will do`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-821",
            [
                ["studie": "x"]
            ]
        )
        #expect(found.isEmpty)
    }
}
