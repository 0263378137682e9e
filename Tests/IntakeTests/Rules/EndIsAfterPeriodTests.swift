import Domain
import Testing

@Suite struct EndIsAfterPeriodTests {
    @Test(arguments: [
        ("2019H1", "20190630", "20190701"), ("2019H2", "20191231", "20200101"),
    ])
    func `an end after the last day is a plan and leaves the record out`(
        _ period: String,
        _ last: String,
        _ after: String
    ) throws {
        func row(_ end: String) -> [String: String] {
            ["datum_einde": end, "reden_beeindiging": "01"]
        }
        let delivery = try DeliveryText.assistance(in: period, row(last), row(after)).checked()
        #expect(delivery.findings == [.record("INT-107", row: 3, "datum_einde")])
        #expect(delivery.leftOut == [3])
    }

    @Test func `a measure to be handed over after the last day is left out`() throws {
        let delivery = try DeliveryText.protection(
            ["datum_overgedragen": "20190630"],
            ["datum_overgedragen": "20190701"]
        ).checked()
        #expect(delivery.findings == [.record("INT-107", row: 3, "datum_overgedragen")])
        #expect(delivery.leftOut == [3])
    }
}
