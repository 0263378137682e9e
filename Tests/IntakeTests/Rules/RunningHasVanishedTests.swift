import Domain
import Intake
import Testing

@Suite struct RunningHasVanishedTests {
    private func row(_ person: Int, _ other: [String: String] = [:]) -> [String: String] {
        ["bsn": FictiveNumber.text(person), "datum_aanvang": "20190201"].merging(other) { $1 }
    }

    private func vanished(_ count: Int) -> Finding {
        Finding(code: "INT-301", severity: .query, subject: "\(count)")
    }

    @Test func `running records that are absent are counted, without a row`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1), row(2), row(3)),
            .assistance(in: "2019H2", row(2))
        )
        #expect(periods.findings == [vanished(2)])
    }

    @Test func `what comes back or ends has not vanished`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1), row(2)),
            .assistance(
                in: "2019H2",
                row(1),
                row(2, ["datum_einde": "20190801", "reden_beeindiging": "01"])
            )
        )
        #expect(periods.findings.isEmpty)
    }

    @Test func `what had ended or nobody's record is not looked for`() throws {
        let periods = try TwoPeriods(
            .assistance(
                in: "2019H1",
                row(1, ["datum_einde": "20190401", "reden_beeindiging": "01"]),
                row(2, ["bsn": "999999999"]),
                row(3)
            ),
            .assistance(in: "2019H2", row(3))
        )
        #expect(periods.findings.isEmpty)
    }

    @Test func `another form of the same person does not stand in for it`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1, ["hulpvorm": "02"])),
            .assistance(in: "2019H2", row(1, ["hulpvorm": "03"]))
        )
        #expect(periods.findings.filter { $0.code == "INT-301" } == [vanished(1)])
    }

    @Test func `a new start does not stand in for it`() throws {
        let periods = try TwoPeriods(
            .assistance(in: "2019H1", row(1)),
            .assistance(in: "2019H2", row(1, ["datum_aanvang": "20190701"]))
        )
        #expect(periods.findings == [vanished(1)])
    }

    @Test func `a record at another institution does not stand in for it`() throws {
        let periods = try TwoPeriods([
            (.assistance(in: "2019H1", row(1)), .assistance(in: "2019H2", row(2))),
            (.assistance(in: "2019H1", row(3)), .assistance(in: "2019H2", row(1), row(3))),
        ])
        #expect(periods.files.map(\.allFindings) == [[vanished(1)], []])
    }

    @Test func `a measure is looked for by the day of taking over`() throws {
        let takenOver = ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190301"]
        let periods = try TwoPeriods(
            .protection(in: "2019H1", row(1, takenOver), row(2, takenOver)),
            .protection(in: "2019H2", row(1, takenOver))
        )
        #expect(periods.findings == [vanished(1)])
    }
}
