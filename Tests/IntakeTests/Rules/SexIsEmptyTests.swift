import Domain
import Testing

@Suite struct SexIsEmptyTests {
    @Test func `an empty sex is asked about, an unknown one is not`() throws {
        let delivery = try DeliveryText.assistance(["geslacht": ""], ["geslacht": "O"]).checked()
        #expect(delivery.findings == [.query("INT-152", row: 2, "geslacht")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("sex") == [0, 79])
    }

    @Test func `it holds for measures too`() throws {
        let delivery = try DeliveryText.protection(["geslacht": ""]).checked()
        #expect(delivery.findings == [.query("INT-152", row: 2, "geslacht")])
    }
}
