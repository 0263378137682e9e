import Domain
import Intake
import Testing

@Suite struct YearIsOutOfReachTests {
    @Test func `years before 2015 and after 2100 are asked about`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-804",
            [
                ["year": "2014"],
                ["year": "2101"],
            ]
        )
        #expect(
            found == [
                .query("INT-804", row: 2, "year"),
                .query("INT-804", row: 3, "year"),
            ]
        )
    }

    @Test func `the first and last year are in order`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-804",
            [
                ["year": "2015"],
                ["year": "2100"],
            ]
        )
        #expect(found.isEmpty)
    }
}
