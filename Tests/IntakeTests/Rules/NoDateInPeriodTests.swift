import Domain
import Intake
import Testing

@Suite struct NoDateInPeriodTests {
    @Test func `a record of which every date lies before the half-year is left out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-409",
            [
                ["datum": "20181231"],
                [
                    "datum": "20181001", "datum_dienst_aanvang": "20181010",
                    "datum_dienst_einde": "20181231",
                ],
            ]
        )
        #expect(
            found == [
                .record("INT-409", row: 2, "datum"),
                .record("INT-409", row: 3, "datum"),
            ]
        )
    }

    @Test func `a service that runs on, or a later assessment, keeps it in`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-409",
            [
                ["datum": "20181001", "datum_dienst_aanvang": "20181010"],
                ["datum": "20181001", "datum_beoordeling": "20190101", "besluit": "GV"],
            ]
        )
        #expect(found.isEmpty)
    }
}
