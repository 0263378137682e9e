import Domain
import Testing

@Suite struct FormIsUnknownTests {
    @Test(arguments: ["", "00", "05", "10", "15", "1", "001", "39", "30", "AB"])
    func `a form that is missing or not in the list leaves the record out`(
        _ form: String
    ) throws {
        let delivery = try DeliveryText.assistance(["hulpvorm": form]).checked()
        #expect(delivery.findings == [.record("INT-108", row: 2, "hulpvorm")])
        #expect(delivery.leftOut == [2])
    }

    @Test(arguments: zip(["01", "02", "03", "04", "11", "12", "14"], [1, 2, 3, 4, 11, 12, 14]))
    func `a form of the list is kept as its number`(_ form: String, _ number: UInt32) throws {
        let delivery = try DeliveryText.assistance(["hulpvorm": form]).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("code") == [number])
    }
}
