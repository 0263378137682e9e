import Domain
import Intake
import Testing

@Suite struct TwoMeasuresAtOnceTests {
    @Test func `supervision and guardianship at once are asked about`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-210",
            [
                ["bsn": FictiveNumber.text(905), "maatregel": "11", "datum_aanvang": "20190201"],
                ["bsn": FictiveNumber.text(905), "maatregel": "21", "datum_aanvang": "20190401"],
            ]
        )
        #expect(
            found == [
                .query("INT-210", row: 3, "maatregel")
            ]
        )
    }

    @Test func `one that turns into the other is in order`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-210",
            [
                [
                    "bsn": FictiveNumber.text(905), "maatregel": "11", "datum_aanvang": "20190201",
                    "datum_einde": "20190401", "reden_beeindiging": "05",
                ],
                ["bsn": FictiveNumber.text(905), "maatregel": "21", "datum_aanvang": "20190401"],
            ]
        )
        #expect(found.isEmpty)
    }
}
