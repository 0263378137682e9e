import Domain
import Testing

@Suite struct IsAdultAtStartTests {
    @Test func `help that starts on the eighteenth birthday is asked about, a day before is not`()
        throws
    {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190201", "geboortedatum": "20010201"],
            ["datum_aanvang": "20190201", "geboortedatum": "20010202"]
        ).checked()
        #expect(delivery.findings == [.query("INT-156", row: 2, "geboortedatum")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `who turned 18 after the start is not asked about`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20150201", "geboortedatum": "20000101"]
        ).checked()
        #expect(delivery.findings.isEmpty)
    }

    @Test func `from 23 another rule holds`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190201", "geboortedatum": "19950101"]
        ).checked()
        #expect(delivery.findings == [.record("INT-109", row: 2, "geboortedatum")])
    }
}
