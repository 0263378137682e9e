import Domain
import Intake
import Testing

@Suite struct DayIsMissingTests {
    @Test func `a row without a date is left out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-405",
            [
                ["datum": ""]
            ]
        )
        #expect(
            found == [
                .record("INT-405", row: 2, "datum")
            ]
        )
    }

    @Test func `a row with a date stays`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-405",
            [
                ["datum": "20190301"]
            ]
        )
        #expect(found.isEmpty)
    }
}
