import Domain
import Intake
import Testing

@Suite struct RecordInSeveralCasesTests {
    @Test func `a person in a second case is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-456",
            [
                ["bsn": FictiveNumber.text(905), "casus": "C1"],
                ["bsn": FictiveNumber.text(905), "casus": "C2"],
            ]
        )
        #expect(
            found == [
                .query("INT-456", row: 3, "casus")
            ]
        )
    }

    @Test func `a person in one case is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-456",
            [
                ["bsn": FictiveNumber.text(905), "casus": "C1"],
                ["bsn": FictiveNumber.text(905), "casus": "C1", "betrokkenheid": "VN"],
                ["casus": "C2"],
            ]
        )
        #expect(found.isEmpty)
    }
}
