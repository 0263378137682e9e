import Domain
import Intake
import Testing

@Suite struct EndedIsOpenAgainTests {
    private func row(_ person: Int, _ other: [String: String] = [:]) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": "20190201"].merging(other) { $1 }
    }

    @Test func `a record that had ended and comes back is asked about`() throws {
        let periods = try TwoPeriods(
            .assistance(
                in: "2019H1",
                row(1, ["datum_einde": "20190401", "reden_beeindiging": "01"])
            ),
            .assistance(in: "2019H2", row(1))
        )
        #expect(
            periods.findings.filter { $0.code == "INT-305" } == [
                .query("INT-305", row: 2, "datum_einde")
            ]
        )
    }

    @Test func `a new start of the same form is in order`() throws {
        let periods = try TwoPeriods(
            .assistance(
                in: "2019H1",
                row(1, ["datum_einde": "20190401", "reden_beeindiging": "01"]),
                row(2)
            ),
            .assistance(in: "2019H2", row(1, ["datum_aanvang": "20190801"]), row(2))
        )
        #expect(periods.findings.filter { $0.code == "INT-305" } == [])
    }
}
