import Domain
import Intake
import Testing

@Suite struct AdultReasonOfMinorTests {
    @Test func `two days before the 18th birthday is asked about`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-208",
            [
                ["geboortedatum": "20010303", "datum_einde": "20190301", "reden_beeindiging": "01"]
            ]
        )
        #expect(
            found == [
                .query("INT-208", row: 2, "reden_beeindiging")
            ]
        )
    }

    @Test func `the day before, or another reason, is in order`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-208",
            [
                [
                    "geboortedatum": "20010302", "datum_einde": "20190301",
                    "reden_beeindiging": "01",
                ],
                [
                    "geboortedatum": "20010303", "datum_einde": "20190301",
                    "reden_beeindiging": "02",
                ],
            ]
        )
        #expect(found.isEmpty)
    }
}
