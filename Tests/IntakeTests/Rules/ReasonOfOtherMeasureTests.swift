import Domain
import Testing

@Suite struct ReasonOfOtherMeasureTests {
    private func row(_ type: String, _ reason: String) -> [String: String] {
        ["maatregel": type, "datum_einde": "20190430", "reden_beeindiging": reason]
    }

    @Test(arguments: ["11", "12"], ["11", "15"])
    func `a reason of guardianship does not end a supervision order`(
        _ type: String,
        _ reason: String
    ) throws {
        let delivery = try DeliveryText.protection(row(type, reason)).checked()
        #expect(delivery.findings == [.query("INT-206", row: 2, "reden_beeindiging")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("reason") == [UInt32(reason) ?? 0])
    }

    @Test(arguments: ["21", "22", "23"], ["01", "07"])
    func `a reason of supervision does not end guardianship`(
        _ type: String,
        _ reason: String
    ) throws {
        let delivery = try DeliveryText.protection(row(type, reason)).checked()
        #expect(delivery.findings == [.query("INT-206", row: 2, "reden_beeindiging")])
    }

    @Test(arguments: [("11", "01"), ("12", "07"), ("21", "11"), ("22", "15"), ("23", "12")])
    func `a reason of the measure's own is taken`(_ type: String, _ reason: String) throws {
        let delivery = try DeliveryText.protection(row(type, reason)).checked()
        #expect(delivery.findings.isEmpty)
    }
}
