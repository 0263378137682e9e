import Domain
import Testing

@Suite struct EndIsBeforeStartTests {
    @Test func `an end on the day before the start leaves the record out`() throws {
        let delivery = try DeliveryText.assistance(
            [
                "datum_aanvang": "20190301", "datum_einde": "20190228",
                "reden_beeindiging": "01",
            ],
            [
                "datum_aanvang": "20190301", "datum_einde": "20190301",
                "reden_beeindiging": "01",
            ]
        ).checked()
        #expect(delivery.findings == [.record("INT-104", row: 2, "datum_einde")])
        #expect(delivery.leftOut == [2])
    }

    @Test func `a measure is not handed over before it was taken over`() throws {
        func row(_ handedOver: String) -> [String: String] {
            [
                "datum_aanvang": "", "datum_overgedragen_gekregen": "20190301",
                "datum_overgedragen": handedOver,
            ]
        }
        let delivery = try DeliveryText.protection(row("20190228"), row("20190301")).checked()
        #expect(delivery.findings == [.record("INT-104", row: 2, "datum_overgedragen")])
        #expect(delivery.leftOut == [2])
    }

    @Test func `the day of taking over counts, not the first start`() throws {
        let row = [
            "datum_aanvang": "20180101", "datum_overgedragen_gekregen": "20190301",
            "datum_einde": "20190201", "reden_beeindiging": "03",
        ]
        let delivery = try DeliveryText.protection(row).checked()
        #expect(
            delivery.findings == [
                .record("INT-104", row: 2, "datum_einde"),
                .query("INT-203", row: 2, "datum_aanvang"),
            ]
        )
    }
}
