import Domain
import Testing

@Suite struct SexIsUnknownCodeTests {
    @Test(arguments: ["X", "v", "VV", "1", "vrouw"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["geslacht": code]).checked()
        #expect(delivery.findings == [.field("INT-123", row: 2, "geslacht")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("sex") == [0])
    }

    @Test func `the codes of the list are kept as letters`() throws {
        let delivery = try DeliveryText.assistance(
            ["geslacht": "V"],
            ["geslacht": "M"],
            ["geslacht": "O"]
        ).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("sex") == "VMO".utf8.map(UInt32.init))
    }

    @Test func `it holds for measures too`() throws {
        let delivery = try DeliveryText.protection(["geslacht": "X"]).checked()
        #expect(delivery.findings == [.field("INT-123", row: 2, "geslacht")])
    }
}
