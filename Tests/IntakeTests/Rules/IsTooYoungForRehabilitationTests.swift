import Domain
import Intake
import Testing

@Suite struct IsTooYoungForRehabilitationTests {
    @Test func `a start on the day before turning twelve is asked about`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-602",
            [
                ["geboortedatum": "20070202", "datum_aanvang": "20190201"]
            ]
        )
        #expect(
            found == [
                .query("INT-602", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `the twelfth birthday is in order`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-602",
            [
                ["geboortedatum": "20070201", "datum_aanvang": "20190201"]
            ]
        )
        #expect(found.isEmpty)
    }
}
