import Domain
import Testing

@Suite struct FormIsAliasTests {
    @Test(arguments: zip(31...38, [1, 2, 3, 4, 11, 12, 13, 14] as [UInt32]))
    func `a code of iJw becomes the code of the protocol, with a note`(
        _ alias: Int,
        _ form: UInt32
    ) throws {
        let delivery = try DeliveryText.assistance(["hulpvorm": "\(alias)"]).checked()
        #expect(delivery.findings == [.note("INT-171", row: 2, "hulpvorm")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("code") == [form])
    }

    @Test(arguments: ["30", "39"])
    func `its neighbours are no aliases`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["hulpvorm": code]).checked()
        #expect(delivery.findings == [.record("INT-108", row: 2, "hulpvorm")])
    }
}
