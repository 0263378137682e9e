import Domain
import Testing

@Suite struct EndedAndHandedOverTests {
    @Test func `a measure that both ended and was handed over is left out`() throws {
        let ended = ["datum_einde": "20190430", "reden_beeindiging": "04"]
        let handedOver = ["datum_overgedragen": "20190430"]
        let both = ended.merging(handedOver) { $1 }
        let delivery = try DeliveryText.protection(both, ended, handedOver).checked()
        #expect(delivery.findings == [.record("INT-202", row: 2, "datum_overgedragen")])
        #expect(delivery.leftOut == [2])
    }
}
