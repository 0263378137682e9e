import Domain
import Intake
import Testing

@Suite struct StudyYearIsNoneTests {
    @Test func `a row without a year is left out`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-823",
            [
                ["jaar": ""],
                ["jaar": "1989"],
            ]
        )
        #expect(
            found == [
                .record("INT-823", row: 2, "jaar"),
                .record("INT-823", row: 3, "jaar"),
            ]
        )
    }

    @Test func `1990 stays`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-823",
            [
                ["jaar": "1990"]
            ]
        )
        #expect(found.isEmpty)
    }
}
