import Domain
import Testing

@Suite struct CrisisIsUnknownCodeTests {
    @Test(arguments: ["X", "j", "JA", "1"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["gestart_met_crisis": code]).checked()
        #expect(delivery.findings == [.field("INT-127", row: 2, "gestart_met_crisis")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("crisis") == [0])
    }

    @Test func `yes, no and nothing are kept`() throws {
        let delivery = try DeliveryText.assistance(
            ["gestart_met_crisis": "J"],
            ["gestart_met_crisis": "N"],
            ["gestart_met_crisis": ""]
        ).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("crisis") == [74, 78, 0])
    }
}
