import Domain
import Intake
import Testing

@Suite struct RecordAfterDeathTests {
    @Test func `a measure after death is asked about`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-211",
            [
                [
                    "bsn": FictiveNumber.text(905), "datum_aanvang": "20190201",
                    "datum_einde": "20190301", "reden_beeindiging": "06",
                ],
                ["bsn": FictiveNumber.text(905), "datum_aanvang": "20190401"],
            ]
        )
        #expect(
            found == [
                .query("INT-211", row: 3, "datum_aanvang")
            ]
        )
    }

    @Test func `after another reason it is in order`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-211",
            [
                [
                    "bsn": FictiveNumber.text(905), "datum_aanvang": "20190201",
                    "datum_einde": "20190301", "reden_beeindiging": "02",
                ],
                ["bsn": FictiveNumber.text(905), "datum_aanvang": "20190401"],
            ]
        )
        #expect(found.isEmpty)
    }
}
