import Domain
import Intake
import Testing

@Suite struct DateIsAfterPeriodTests {
    @Test func `a date on the day after the half-year leaves the record out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-408",
            [
                ["datum": "20190701"],
                ["datum_beoordeling": "20190701"],
                ["datum_dienst_aanvang": "20190701"],
            ]
        )
        #expect(
            found == [
                .record("INT-408", row: 2, "datum"),
                .record("INT-408", row: 3, "datum_beoordeling"),
                .record("INT-408", row: 4, "datum_dienst_aanvang"),
            ]
        )
    }

    @Test func `the last day of the half-year is allowed`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-408",
            [
                ["datum": "20190630"]
            ]
        )
        #expect(found.isEmpty)
    }
}
