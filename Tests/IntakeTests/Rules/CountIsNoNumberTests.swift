import Domain
import Intake
import Testing

@Suite struct CountIsNoNumberTests {
    @Test func `a row without a count is left out`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-504",
            [
                ["aantal": ""],
                ["aantal": "<5"],
                ["aantal": "3,5"],
                ["aantal": "-1"],
            ]
        )
        #expect(
            found == [
                .record("INT-504", row: 2, "aantal"),
                .record("INT-504", row: 3, "aantal"),
                .record("INT-504", row: 4, "aantal"),
                .record("INT-504", row: 5, "aantal"),
            ]
        )
    }

    @Test func `nought and twelve stay`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-504",
            [
                ["aantal": "0"],
                ["aantal": "12"],
            ]
        )
        #expect(found.isEmpty)
    }
}
