import Domain
import Testing

@Suite struct PlaceIsEmptyTests {
    @Test func `a record with neither municipality nor postcode is asked about`() throws {
        let delivery = try DeliveryText.assistance(
            ["gemeente": "", "postcode": ""],
            ["gemeente": "", "postcode": "1234AB"],
            ["gemeente": "GM0363", "postcode": ""]
        ).checked()
        #expect(delivery.findings == [.query("INT-154", row: 2, "gemeente")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `a file with one of the columns is asked about that one`() throws {
        let postcodes = try DeliveryText.protection(["postcode": ""], ["postcode": "1234AB"])
            .without("gemeente").checked()
        #expect(postcodes.findings == [.query("INT-154", row: 2, "postcode")])
        let municipalities = try DeliveryText.protection(["gemeente": ""], [:])
            .without("postcode").checked()
        #expect(municipalities.findings == [.query("INT-154", row: 2, "gemeente")])
    }

    @Test func `a place that cannot be read was not empty`() throws {
        let delivery = try DeliveryText.assistance(["gemeente": "GM9999", "postcode": ""])
            .checked()
        #expect(delivery.findings == [.field("INT-125", row: 2, "gemeente")])
    }
}
