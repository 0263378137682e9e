import Domain
import Intake
import Testing

@Suite struct TwoResidencesAtOnceTests {
    @Test func `two residences at once are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-174",
            [
                ["bsn": FictiveNumber.text(905), "hulpvorm": "11", "datum_aanvang": "20190201"],
                ["bsn": FictiveNumber.text(905), "hulpvorm": "13", "datum_aanvang": "20190401"],
            ]
        )
        #expect(
            found == [
                .query("INT-174", row: 3, "hulpvorm")
            ]
        )
    }

    @Test func `moving on one day, and help without residence, is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-174",
            [
                [
                    "bsn": FictiveNumber.text(905), "hulpvorm": "11", "datum_aanvang": "20190201",
                    "datum_einde": "20190401", "reden_beeindiging": "01",
                ],
                ["bsn": FictiveNumber.text(905), "hulpvorm": "13", "datum_aanvang": "20190401"],
                ["bsn": FictiveNumber.text(905), "hulpvorm": "02"],
            ]
        )
        #expect(found.isEmpty)
    }
}
