import Domain
import Intake
import Testing

@Suite struct SexHasChangedTests {
    private func row(_ person: Int, _ other: [String: String] = [:]) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": "20190201"].merging(other) { $1 }
    }

    @Test func `another sex than in the half-year before is asked about`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1)),
            .assistance(in: "2019H2", row(1, ["geslacht": "M"]))
        )
        #expect(
            periods.findings.filter { $0.code == "INT-304" } == [
                .query("INT-304", row: 2, "geslacht")
            ]
        )
    }

    @Test func `unknown, now or before, is in order`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1), row(2, ["geslacht": "O"])),
            .assistance(in: "2019H2", row(1, ["geslacht": "O"]), row(2, ["geslacht": "M"]))
        )
        #expect(periods.findings.filter { $0.code == "INT-304" } == [])
    }
}
