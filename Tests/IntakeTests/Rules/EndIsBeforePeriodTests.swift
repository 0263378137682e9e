import Domain
import Testing

@Suite struct EndIsBeforePeriodTests {
    @Test(arguments: [
        ("2019H1", "20181231", "20190101"), ("2019H2", "20190630", "20190701"),
    ])
    func `an end before the first day leaves the record out`(
        _ period: String,
        _ before: String,
        _ first: String
    ) throws {
        func row(_ end: String) -> [String: String] {
            ["datum_aanvang": "20180101", "datum_einde": end, "reden_beeindiging": "01"]
        }
        let delivery = try DeliveryText.assistance(in: period, row(before), row(first)).checked()
        #expect(delivery.findings == [.record("INT-106", row: 2, "datum_einde")])
        #expect(delivery.leftOut == [2])
    }

    @Test func `a measure handed over before the first day is left out`() throws {
        func row(_ handedOver: String) -> [String: String] {
            ["datum_aanvang": "20180101", "datum_overgedragen": handedOver]
        }
        let delivery = try DeliveryText.protection(row("20181231"), row("20190101")).checked()
        #expect(delivery.findings == [.record("INT-106", row: 2, "datum_overgedragen")])
        #expect(delivery.leftOut == [2])
    }
}
