import Domain
import Intake
import Testing

@Suite struct CountIsVeryLargeTests {
    @Test func `5001 in a cell is asked about`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-510",
            [
                ["aantal": "5001"]
            ]
        )
        #expect(
            found == [
                .query("INT-510", row: 2, "aantal")
            ]
        )
    }

    @Test func `5000 is not`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-510",
            [
                ["aantal": "5000"]
            ]
        )
        #expect(found.isEmpty)
    }
}
