import Domain
import Intake
import Testing

@Suite struct StartHasChangedTests {
    private func row(_ person: Int, _ start: String) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": start]
    }

    @Test func `another original start is asked about`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1, "20190201"), row(2, "20190201")),
            .assistance(in: "2019H2", row(2, "20190201"), row(1, "20190630"))
        )
        #expect(periods.findings == [.query("INT-302", row: 3, "datum_aanvang")])
    }

    @Test func `a start in the half-year itself is a new start, so the old one has vanished`()
        throws
    {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1, "20190201")),
            .assistance(in: "2019H2", row(1, "20190701"))
        )
        #expect(
            periods.findings == [Finding(code: "INT-301", severity: .query, subject: "1")]
        )
    }

    @Test func `the start of another running record is not a changed one`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1, "20190201"), row(1, "20190301")),
            .assistance(in: "2019H2", row(1, "20190301"))
        )
        #expect(
            periods.findings == [Finding(code: "INT-301", severity: .query, subject: "1")]
        )
    }

    @Test func `one record with a changed start stands in for one record`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1, "20190201"), row(1, "20190301")),
            .assistance(in: "2019H2", row(1, "20190401"))
        )
        #expect(
            periods.findings == [
                Finding(code: "INT-301", severity: .query, subject: "1"),
                .query("INT-302", row: 2, "datum_aanvang"),
            ]
        )
    }

    @Test func `rows are counted within the file, not within the group`() throws {
        let periods = try TwoPeriods([
            (
                .assistance(in: "2019H1", row(1, "20190201")),
                .assistance(in: "2019H2", row(1, "20190201"))
            ),
            (
                .assistance(in: "2019H1", row(2, "20190201")),
                .assistance(in: "2019H2", row(2, "20190202"))
            ),
        ])
        #expect(
            periods.files.map(\.allFindings) == [
                [], [.query("INT-302", row: 2, "datum_aanvang")],
            ]
        )
    }
}
