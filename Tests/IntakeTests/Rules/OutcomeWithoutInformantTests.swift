import Domain
import Testing

@Suite struct OutcomeWithoutInformantTests {
    @Test(arguments: [["tevredenheid": "8"], ["zonder_hulp_verder": "J"]])
    func `an outcome without an informant is asked about`(_ outcome: [String: String]) throws {
        let told = outcome.merging(["informant": "H"]) { $1 }
        let delivery = try DeliveryText.assistance(outcome, told, [:]).checked()
        #expect(delivery.findings == [.query("INT-161", row: 2, "informant")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `an informant without an outcome is not`() throws {
        let delivery = try DeliveryText.assistance(["informant": "J"]).checked()
        #expect(delivery.findings.isEmpty)
    }
}
