import Domain
import Intake
import Testing

@Suite struct ProvisionalOrderIsLongTests {
    @Test func `94 days is asked about`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-207",
            [
                [
                    "maatregel": "12", "datum_aanvang": "20190201", "datum_einde": "20190506",
                    "reden_beeindiging": "07",
                ]
            ]
        )
        #expect(
            found == [
                .query("INT-207", row: 2, "datum_einde")
            ]
        )
    }

    @Test func `93 days, or another measure, is not`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-207",
            [
                [
                    "maatregel": "12", "datum_aanvang": "20190201", "datum_einde": "20190505",
                    "reden_beeindiging": "07",
                ],
                ["maatregel": "11", "datum_aanvang": "20190201"],
            ]
        )
        #expect(found.isEmpty)
    }
}
