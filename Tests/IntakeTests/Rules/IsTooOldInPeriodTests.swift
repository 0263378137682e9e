import Domain
import Intake
import Testing

@Suite struct IsTooOldInPeriodTests {
    @Test func `who turned 23 on the first day is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-167",
            [
                ["geboortedatum": "19960101", "datum_aanvang": "20180201"]
            ]
        )
        #expect(
            found == [
                .query("INT-167", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `a day later is not`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-167",
            [
                ["geboortedatum": "19960102", "datum_aanvang": "20180201"]
            ]
        )
        #expect(found.isEmpty)
    }
}
