import Domain
import Testing

@Suite struct EndWithoutReasonTests {
    @Test func `an end without a reason is asked about and kept`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_einde": "20190430"],
            ["datum_einde": "20190430", "reden_beeindiging": "05"],
            [:]
        ).checked()
        #expect(delivery.findings == [.query("INT-155", row: 2, "reden_beeindiging")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("reason") == [0, 5, 0])
    }

    @Test func `a transfer needs no reason`() throws {
        let delivery = try DeliveryText.protection(
            ["datum_overgedragen": "20190430"],
            ["datum_einde": "20190430"]
        ).checked()
        #expect(delivery.findings == [.query("INT-155", row: 3, "reden_beeindiging")])
    }

    @Test func `a reason that is emptied is not asked for again`() throws {
        let row = ["datum_einde": "20190430", "reden_beeindiging": "99"]
        let delivery = try DeliveryText.assistance(row).checked()
        #expect(delivery.findings == [.field("INT-129", row: 2, "reden_beeindiging")])
    }
}
