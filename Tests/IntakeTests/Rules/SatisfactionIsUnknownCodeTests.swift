import Domain
import Testing

@Suite struct SatisfactionIsUnknownCodeTests {
    @Test(arguments: ["0", "11", "01", "7,5", "-1", "X"])
    func `what is no mark from 1 to 10 is emptied`(_ mark: String) throws {
        let delivery = try DeliveryText.assistance(["tevredenheid": mark, "informant": "J"])
            .checked()
        #expect(delivery.findings == [.field("INT-130", row: 2, "tevredenheid")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test(arguments: 1...10)
    func `a mark from 1 to 10 is in the list`(_ mark: Int) throws {
        let delivery = try DeliveryText.assistance(["tevredenheid": "\(mark)", "informant": "J"])
            .checked()
        #expect(delivery.findings.isEmpty)
    }
}
