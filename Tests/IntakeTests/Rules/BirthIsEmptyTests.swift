import Domain
import Testing

@Suite struct BirthIsEmptyTests {
    @Test func `an empty birth date is asked about and the record is kept`() throws {
        let delivery = try DeliveryText.assistance(
            ["geboortedatum": ""],
            ["geboortedatum": "99999999"]
        ).checked()
        #expect(delivery.findings == [.query("INT-151", row: 2, "geboortedatum")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `nothing about age is asked of a measure without a birth date`() throws {
        let delivery = try DeliveryText.protection(["geboortedatum": ""]).checked()
        #expect(delivery.findings == [.query("INT-151", row: 2, "geboortedatum")])
    }
}
