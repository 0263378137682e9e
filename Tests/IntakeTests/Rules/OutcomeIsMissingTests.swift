import Domain
import Intake
import Testing

@Suite struct OutcomeIsMissingTests {
    @Test func `an ended investigation without an outcome is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-435",
            [
                [
                    "datum_beoordeling": "20190304", "besluit": "ON",
                    "datum_dienst_aanvang": "20190305", "datum_dienst_einde": "20190501",
                ]
            ]
        )
        #expect(
            found == [
                .query("INT-435", row: 2, "uitkomst")
            ]
        )
    }

    @Test func `one that runs, or another service, has none`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-435",
            [
                [
                    "datum_beoordeling": "20190304", "besluit": "ON",
                    "datum_dienst_aanvang": "20190305",
                ],
                [
                    "datum_beoordeling": "20190304", "besluit": "VV",
                    "datum_dienst_aanvang": "20190305", "datum_dienst_einde": "20190501",
                ],
            ]
        )
        #expect(found.isEmpty)
    }
}
