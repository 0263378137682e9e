import Domain
import Testing

@Suite struct ReferrerIsEmptyTests {
    @Test func `an empty referrer is asked about, none and unknown have codes`() throws {
        let delivery = try DeliveryText.assistance(
            ["verwijzer": ""],
            ["verwijzer": "06"],
            ["verwijzer": "07", "datum_aanvang": "20140101"]
        ).checked()
        #expect(delivery.findings == [.query("INT-153", row: 2, "verwijzer")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("referrer") == [0, 6, 7])
    }
}
