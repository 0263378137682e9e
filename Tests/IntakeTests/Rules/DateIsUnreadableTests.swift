import Domain
import Testing

@Suite struct DateIsUnreadableTests {
    @Test(arguments: ["20190631", "2019-06-31", "20190600", "lopend", "0"])
    func `an end that is no day of the calendar leaves the record out`(_ end: String) throws {
        let delivery = try DeliveryText.assistance(["datum_einde": end]).checked()
        #expect(delivery.findings == [.record("INT-103", row: 2, "datum_einde")])
        #expect(delivery.leftOut == [2])
    }

    @Test func `both dates of a transfer are read in the same way`() throws {
        let delivery = try DeliveryText.protection(
            ["datum_overgedragen": "20190231"],
            ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190231"],
            ["datum_overgedragen": "2019-02-28"],
            ["datum_aanvang": "", "datum_overgedragen_gekregen": "2019-02-28"]
        ).checked()
        #expect(
            delivery.findings == [
                .record("INT-103", row: 2, "datum_overgedragen"),
                .record("INT-103", row: 3, "datum_overgedragen_gekregen"),
            ]
        )
        #expect(delivery.leftOut == [2, 3])
    }

    @Test func `an empty end is no mistake`() throws {
        let delivery = try DeliveryText.assistance(["datum_einde": ""]).checked()
        #expect(delivery.findings.isEmpty)
    }
}
