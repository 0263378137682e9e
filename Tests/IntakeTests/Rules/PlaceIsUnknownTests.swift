import Domain
import Intake
import Testing

@Suite struct PlaceIsUnknownTests {
    @Test func `a row without a municipality is left out`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-802",
            [
                ["gm_code": ""],
                ["gm_code": "GM9999"],
                ["gm_code": "NL01"],
            ]
        )
        #expect(
            found == [
                .record("INT-802", row: 2, "gm_code"),
                .record("INT-802", row: 3, "gm_code"),
                .record("INT-802", row: 4, "gm_code"),
            ]
        )
    }

    @Test func `both ways of writing stay`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-802",
            [
                ["gm_code": "GM0363"],
                ["gm_code": "0363"],
            ]
        )
        #expect(found.isEmpty)
    }
}
