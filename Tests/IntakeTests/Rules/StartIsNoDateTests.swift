import Domain
import Testing

@Suite struct StartIsNoDateTests {
    @Test(arguments: [
        "20190230", "20190229", "2019-02-29", "00000000", "20190200", "20191301", "2019021",
        "201902011", "2019/02/01", "1 februari", "99999999",
    ])
    func `a start that is no day of the calendar leaves the record out`(_ start: String) throws {
        let delivery = try DeliveryText.assistance(["datum_aanvang": start]).checked()
        #expect(delivery.findings == [.record("INT-102", row: 2, "datum_aanvang")])
        #expect(delivery.leftOut == [2])
    }

    @Test(arguments: ["20190228", "2019-02-28", "20160229", "2016-02-29"])
    func `a start that is a day of the calendar is taken`(_ start: String) throws {
        let delivery = try DeliveryText.assistance(["datum_aanvang": start]).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `it is asked of the start even where the day of taking over counts`() throws {
        let row = ["datum_aanvang": "20190230", "datum_overgedragen_gekregen": "20190301"]
        let delivery = try DeliveryText.protection(row).checked()
        #expect(
            delivery.findings == [
                .record("INT-102", row: 2, "datum_aanvang"),
                .query("INT-203", row: 2, "datum_aanvang"),
            ]
        )
        #expect(delivery.leftOut == [2])
    }
}
