import Domain
import Testing

@Suite struct MunicipalityIsUnknownTests {
    @Test(arguments: [
        "GM9999", "9999", "0000", "363", "GM363", "GM00363", "gm0363", "Amsterdam", "GM",
        "\"GM9999\"",
    ])
    func `a code of no year is emptied`(_ municipality: String) throws {
        let delivery = try DeliveryText.assistance(["gemeente": municipality]).checked()
        #expect(delivery.findings == [.field("INT-125", row: 2, "gemeente")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("municipality") == [0])
    }

    @Test(arguments: ["GM0363", "0363", "\"GM0363\"", "\"0363\""])
    func `both ways of writing a code are the same municipality`(_ municipality: String) throws {
        let delivery = try DeliveryText.assistance(["gemeente": municipality]).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("municipality") == [363])
    }

    @Test func `a municipality that has merged since was once one`() throws {
        let delivery = try DeliveryText.protection(["gemeente": "GM0009"]).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("municipality") == [9])
    }
}
