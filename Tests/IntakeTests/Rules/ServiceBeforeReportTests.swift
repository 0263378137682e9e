import Domain
import Intake
import Testing

@Suite struct ServiceBeforeReportTests {
    @Test func `a service that starts on the day before the report is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-438",
            [
                ["datum_dienst_aanvang": "20190228"]
            ]
        )
        #expect(
            found == [
                .query("INT-438", row: 2, "datum_dienst_aanvang")
            ]
        )
    }

    @Test func `one from the same day is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-438",
            [
                ["datum_dienst_aanvang": "20190301"]
            ]
        )
        #expect(found.isEmpty)
    }
}
