import Domain
import Intake
import Testing

@Suite struct CrisisIsEmptyTests {
    @Test func `an empty answer for help from 2018 is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-162",
            [
                ["gestart_met_crisis": "", "datum_aanvang": "20180101"]
            ]
        )
        #expect(
            found == [
                .query("INT-162", row: 2, "gestart_met_crisis")
            ]
        )
    }

    @Test func `for earlier help it is not`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-162",
            [
                ["gestart_met_crisis": "", "datum_aanvang": "20171231"]
            ]
        )
        #expect(found.isEmpty)
    }
}
