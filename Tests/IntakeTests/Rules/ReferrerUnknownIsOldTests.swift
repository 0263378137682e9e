import Domain
import Testing

@Suite struct ReferrerUnknownIsOldTests {
    @Test func `referrer 07 is asked about where help started in 2015 or later`() throws {
        let delivery = try DeliveryText.assistance(
            ["verwijzer": "07", "datum_aanvang": "20150101"],
            ["verwijzer": "07", "datum_aanvang": "20141231"],
            ["verwijzer": "06", "datum_aanvang": "20150101"]
        ).checked()
        #expect(delivery.findings == [.query("INT-160", row: 2, "verwijzer")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("referrer") == [7, 7, 6])
    }
}
