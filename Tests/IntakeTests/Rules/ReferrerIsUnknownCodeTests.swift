import Domain
import Testing

@Suite struct ReferrerIsUnknownCodeTests {
    @Test(arguments: ["00", "09", "1", "8", "001", "XX"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["verwijzer": code]).checked()
        #expect(delivery.findings == [.field("INT-126", row: 2, "verwijzer")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("referrer") == [0])
    }

    @Test func `08 is in the list from 2016`() throws {
        let before = try DeliveryText.assistance(in: "2015H2", ["verwijzer": "08"]).checked()
        #expect(before.findings == [.field("INT-126", row: 2, "verwijzer")])
        let after = try DeliveryText.assistance(in: "2016H1", ["verwijzer": "08"]).checked()
        #expect(after.findings.isEmpty)
        #expect(after.stored("referrer") == [8])
    }
}
