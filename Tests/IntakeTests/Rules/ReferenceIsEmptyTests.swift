import Domain
import Intake
import Testing

@Suite struct ReferenceIsEmptyTests {
    @Test func `an empty field is found`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-829",
            [
                ["bron": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-829", row: 2, "bron")
            ]
        )
    }

    @Test func `any text will do`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-829",
            [
                ["bron": "x"]
            ]
        )
        #expect(found.isEmpty)
    }
}
