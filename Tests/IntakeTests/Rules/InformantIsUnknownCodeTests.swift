import Domain
import Testing

@Suite struct InformantIsUnknownCodeTests {
    @Test(arguments: ["X", "h", "JO", "1"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["informant": code, "tevredenheid": "8"])
            .checked()
        #expect(delivery.findings == [.field("INT-132", row: 2, "informant")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test(arguments: ["J", "O", "H"])
    func `a code of the list is taken`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["informant": code, "tevredenheid": "8"])
            .checked()
        #expect(delivery.findings.isEmpty)
    }
}
