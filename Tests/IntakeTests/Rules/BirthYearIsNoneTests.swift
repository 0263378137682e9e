import Domain
import Intake
import Testing

@Suite struct BirthYearIsNoneTests {
    @Test func `what is no year of birth is emptied`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-524",
            [
                ["geboortejaar": "99"],
                ["geboortejaar": "2020"],
                ["geboortejaar": "20050101"],
            ]
        )
        #expect(
            found == [
                .field("INT-524", row: 2, "geboortejaar"),
                .field("INT-524", row: 3, "geboortejaar"),
                .field("INT-524", row: 4, "geboortejaar"),
            ]
        )
    }

    @Test func `a year, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-524",
            [
                ["geboortejaar": "2019"],
                ["geboortejaar": "2005"],
                ["geboortejaar": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
