import Domain
import Intake
import Testing

@Suite struct MethodIsUnknownTests {
    @Test func `an estimate without a method is left out`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-822",
            [
                ["methode": ""],
                ["methode": "enquete"],
            ]
        )
        #expect(
            found == [
                .record("INT-822", row: 2, "methode"),
                .record("INT-822", row: 3, "methode"),
            ]
        )
    }

    @Test func `both methods stay`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-822",
            [
                ["methode": "informant"],
                ["methode": "zelfrapportage"],
            ]
        )
        #expect(found.isEmpty)
    }
}
