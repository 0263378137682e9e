import Domain
import Testing

@Suite struct WithoutHelpIsUnknownCodeTests {
    @Test(arguments: ["X", "d", "JN", "1"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(
            ["zonder_hulp_verder": code, "informant": "O"]
        ).checked()
        #expect(delivery.findings == [.field("INT-131", row: 2, "zonder_hulp_verder")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test(arguments: ["J", "D", "N"])
    func `a code of the list is taken`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(
            ["zonder_hulp_verder": code, "informant": "O"]
        ).checked()
        #expect(delivery.findings.isEmpty)
    }
}
