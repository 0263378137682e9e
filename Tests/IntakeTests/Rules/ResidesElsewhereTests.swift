import Domain
import Intake
import Testing

@Suite struct ResidesElsewhereTests {
    @Test func `eight days at two providers are told`() throws {
        let found = try TwoHolders(
            .assistance([
                "bsn": FictiveNumber.text(1), "hulpvorm": "11", "datum_aanvang": "20190201",
            ]),
            .assistance([
                "bsn": FictiveNumber.text(1), "hulpvorm": "13", "datum_aanvang": "20190201",
                "datum_einde": "20190208", "reden_beeindiging": "01",
            ])
        ).findings(of: "INT-324")
        #expect(found == [.note("INT-324", row: 2, "hulpvorm")])
    }

    @Test func `seven days are not`() throws {
        let found = try TwoHolders(
            .assistance([
                "bsn": FictiveNumber.text(1), "hulpvorm": "11", "datum_aanvang": "20190201",
            ]),
            .assistance([
                "bsn": FictiveNumber.text(1), "hulpvorm": "13", "datum_aanvang": "20190201",
                "datum_einde": "20190207", "reden_beeindiging": "01",
            ])
        ).findings(of: "INT-324")
        #expect(found == [])
    }
}
