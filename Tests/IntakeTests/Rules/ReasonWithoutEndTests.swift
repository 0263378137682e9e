import Domain
import Testing

@Suite struct ReasonWithoutEndTests {
    @Test func `a reason without an end is emptied`() throws {
        let delivery = try DeliveryText.assistance(
            ["reden_beeindiging": "01"],
            ["reden_beeindiging": "01", "datum_einde": "20190630"]
        ).checked()
        #expect(delivery.findings == [.field("INT-133", row: 2, "reden_beeindiging")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("reason") == [0, 1])
    }

    @Test func `a transfer is not an end`() throws {
        let row = ["reden_beeindiging": "04", "datum_overgedragen": "20190430"]
        let delivery = try DeliveryText.protection(row).checked()
        #expect(delivery.findings == [.field("INT-133", row: 2, "reden_beeindiging")])
    }

    @Test func `a file without a column for the end has no ends`() throws {
        let delivery = try DeliveryText.assistance(["reden_beeindiging": "01"], [:])
            .without("datum_einde").checked()
        #expect(delivery.findings == [.field("INT-133", row: 2, "reden_beeindiging")])
    }

    @Test func `a reason that is unknown as well is said to be both`() throws {
        let delivery = try DeliveryText.assistance(["reden_beeindiging": "99"]).checked()
        #expect(
            delivery.findings == [
                .field("INT-129", row: 2, "reden_beeindiging"),
                .field("INT-133", row: 2, "reden_beeindiging"),
            ]
        )
    }
}
