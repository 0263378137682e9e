import Domain
import Intake
import Testing

@Suite struct KindHasChangedTests {
    private func row(_ person: Int, _ other: [String: String] = [:]) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": "20190201"].merging(other) { $1 }
    }

    @Test func `another form under the same start is asked about`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1)),
            .assistance(in: "2019H2", row(1, ["hulpvorm": "03"]))
        )
        #expect(
            periods.findings.filter { $0.code == "INT-307" } == [
                .query("INT-307", row: 2, "hulpvorm")
            ]
        )
    }

    @Test func `both forms beside each other are in order`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1), row(1, ["hulpvorm": "03"])),
            .assistance(in: "2019H2", row(1), row(1, ["hulpvorm": "03"]))
        )
        #expect(periods.findings.filter { $0.code == "INT-307" } == [])
    }
}
