import Domain
import Testing

@Suite struct StartIsAfterPeriodTests {
    @Test(arguments: [
        ("2019H1", "20190630", "20190701"), ("2019H2", "20191231", "20200101"),
    ])
    func `a start after the last day leaves the record out`(
        _ period: String,
        _ last: String,
        _ after: String
    ) throws {
        let delivery = try DeliveryText.assistance(
            in: period,
            ["datum_aanvang": last],
            ["datum_aanvang": after]
        ).checked()
        #expect(delivery.findings == [.record("INT-105", row: 3, "datum_aanvang")])
        #expect(delivery.leftOut == [3])
    }

    @Test func `of a measure that was taken over the day of taking over counts`() throws {
        let delivery = try DeliveryText.protection(
            ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190630"],
            ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190701"],
            ["datum_aanvang": "20190801", "datum_overgedragen_gekregen": "20190630"]
        ).checked()
        #expect(
            delivery.findings == [
                .record("INT-105", row: 3, "datum_overgedragen_gekregen"),
                .query("INT-203", row: 4, "datum_aanvang"),
            ]
        )
        #expect(delivery.leftOut == [3])
    }
}
