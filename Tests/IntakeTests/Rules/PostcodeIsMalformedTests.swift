import Domain
import Intake
import Testing

@Suite struct PostcodeIsMalformedTests {
    @Test(arguments: [
        "1234 AB", "1234ab", "0234AB", "12345A", "1234A", "1234ABC", "AB1234", "1234",
    ])
    func `what is no postcode is emptied`(_ postcode: String) throws {
        let delivery = try DeliveryText.assistance(["postcode": postcode]).checked()
        #expect(delivery.findings == [.field("INT-124", row: 2, "postcode")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test(arguments: ["1234AB", "1000AA", "9999ZZ", "\"1234AB\"", ""])
    func `four digits and two letters are a postcode`(_ postcode: String) throws {
        let delivery = try DeliveryText.assistance(["postcode": postcode]).checked()
        #expect(delivery.findings.isEmpty)
    }

    @Test func `a postcode is never stored`() throws {
        let delivery = try DeliveryText.assistance(["postcode": "1234AB"]).checked()
        let columns = try #require(delivery.group).kept().columns.map(\.name)
        #expect(!columns.contains("postcode"))
    }
}
