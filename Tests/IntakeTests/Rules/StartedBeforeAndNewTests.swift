import Domain
import Intake
import Testing

@Suite struct StartedBeforeAndNewTests {
    private func row(_ person: Int, _ other: [String: String] = [:]) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": "20190201"].merging(other) { $1 }
    }

    @Test func `a form that started earlier and is new is asked about`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1)),
            .assistance(
                in: "2019H2",
                row(1),
                row(1, ["hulpvorm": "03", "datum_aanvang": "20190630"])
            )
        )
        #expect(
            periods.findings.filter { $0.code == "INT-306" } == [
                .query("INT-306", row: 3, "datum_aanvang")
            ]
        )
    }

    @Test func `one that started in the half-year is in order`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1)),
            .assistance(
                in: "2019H2",
                row(1),
                row(1, ["hulpvorm": "03", "datum_aanvang": "20190701"])
            )
        )
        #expect(periods.findings.filter { $0.code == "INT-306" } == [])
    }
}
