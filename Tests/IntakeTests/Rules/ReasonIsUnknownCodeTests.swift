import Domain
import Testing

@Suite struct ReasonIsUnknownCodeTests {
    private func ended(_ reason: String) -> [String: String] {
        ["datum_einde": "20190430", "reden_beeindiging": reason]
    }

    @Test(arguments: ["00", "06", "1", "11", "XX"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(ended(code)).checked()
        #expect(delivery.findings == [.field("INT-129", row: 2, "reden_beeindiging")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("reason") == [0])
    }

    @Test(arguments: ["01", "02", "03", "04", "05"])
    func `a code of the list is kept`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(ended(code)).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("reason") == [UInt32(code) ?? 0])
    }

    @Test func `measures have a list of their own, with 07 from 2016`() throws {
        let row = ["datum_einde": "20151031", "reden_beeindiging": "07"]
        let before = try DeliveryText.protection(in: "2015H2", row).checked()
        #expect(before.findings == [.field("INT-129", row: 2, "reden_beeindiging")])
        let later = ["datum_einde": "20160430", "reden_beeindiging": "07"]
        let after = try DeliveryText.protection(in: "2016H1", later).checked()
        #expect(after.findings.isEmpty)
        #expect(after.stored("reason") == [7])
    }

    @Test(arguments: ["21", "31", "08"])
    func `a reason of rehabilitation does not end protection`(_ code: String) throws {
        let delivery = try DeliveryText.protection(ended(code)).checked()
        #expect(delivery.findings == [.field("INT-129", row: 2, "reden_beeindiging")])
    }
}
