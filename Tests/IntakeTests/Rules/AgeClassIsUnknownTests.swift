import Domain
import Intake
import Testing

@Suite struct AgeClassIsUnknownTests {
    @Test func `a row without a valid code is left out`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-503",
            [
                ["leeftijd": ""],
                ["leeftijd": "0-17"],
                ["leeftijd": "12–17"],
            ]
        )
        #expect(
            found == [
                .record("INT-503", row: 2, "leeftijd"),
                .record("INT-503", row: 3, "leeftijd"),
                .record("INT-503", row: 4, "leeftijd"),
            ]
        )
    }

    @Test func `codes of the list stay`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-503",
            [
                ["leeftijd": "0-11"],
                ["leeftijd": "12-17"],
                ["leeftijd": "18+"],
            ]
        )
        #expect(found.isEmpty)
    }
}
