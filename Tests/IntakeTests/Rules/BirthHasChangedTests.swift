import Domain
import Intake
import Testing

@Suite struct BirthHasChangedTests {
    private func row(_ person: Int, _ other: [String: String] = [:]) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": "20190201"].merging(other) { $1 }
    }

    @Test func `another birth date than in the half-year before is asked about`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1)),
            .assistance(in: "2019H2", row(1, ["geboortedatum": "20100116"]))
        )
        #expect(
            periods.findings.filter { $0.code == "INT-303" } == [
                .query("INT-303", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `the same, one that was not known before, or another person, is in order`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1, ["geboortedatum": ""]), row(2)),
            .assistance(in: "2019H2", row(1), row(2), row(3, ["geboortedatum": "20100116"]))
        )
        #expect(periods.findings.filter { $0.code == "INT-303" } == [])
    }
}
