import Domain
import Testing

@Suite struct MeasureIsUnknownTests {
    @Test(arguments: ["", "10", "13", "20", "24", "31", "41", "63", "1", "011"])
    func `a measure that is missing or of another kind leaves the record out`(
        _ type: String
    ) throws {
        let delivery = try DeliveryText.protection(["maatregel": type]).checked()
        #expect(delivery.findings == [.record("INT-201", row: 2, "maatregel")])
        #expect(delivery.leftOut == [2])
    }

    @Test(arguments: ["11", "12", "21", "22", "23"])
    func `a measure of the list is kept as its number`(_ type: String) throws {
        let delivery = try DeliveryText.protection(["maatregel": type]).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("code") == [UInt32(type) ?? 0])
    }
}
