import Domain
import Intake
import Testing

@Suite struct RehabilitationOfAdultTests {
    @Test func `running on the day after the 23rd birthday is asked about`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-606",
            [
                ["geboortedatum": "19960629", "datum_aanvang": "20160201"]
            ]
        )
        #expect(
            found == [
                .query("INT-606", row: 2, "datum_einde")
            ]
        )
    }

    @Test func `on the birthday itself it is not`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-606",
            [
                ["geboortedatum": "19960630", "datum_aanvang": "20160201"]
            ]
        )
        #expect(found.isEmpty)
    }
}
