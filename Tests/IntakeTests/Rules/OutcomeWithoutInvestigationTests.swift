import Domain
import Intake
import Testing

@Suite struct OutcomeWithoutInvestigationTests {
    @Test func `an outcome without an investigation is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-436",
            [
                ["uitkomst": "06", "besluit": "VV", "datum_beoordeling": "20190304"]
            ]
        )
        #expect(
            found == [
                .query("INT-436", row: 2, "uitkomst")
            ]
        )
    }

    @Test func `one of an investigation is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-436",
            [
                ["uitkomst": "06", "besluit": "ON", "datum_beoordeling": "20190304"]
            ]
        )
        #expect(found.isEmpty)
    }
}
