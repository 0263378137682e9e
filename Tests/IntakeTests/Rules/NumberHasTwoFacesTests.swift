import Domain
import Testing

@Suite struct NumberHasTwoFacesTests {
    private func row(_ other: [String: String]) -> [String: String] {
        ["bsn": FictiveNumber.text(1)].merging(other) { $1 }
    }

    @Test func `another birth date under the same number is asked about`() throws {
        let delivery = try DeliveryText.assistance(
            row(["datum_aanvang": "20190201"]),
            row(["datum_aanvang": "20190301", "geboortedatum": "20100116"]),
            row(["datum_aanvang": "20190401"])
        ).checked()
        #expect(delivery.findings == [.query("INT-159", row: 3, "geboortedatum")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `another sex under the same number is asked about`() throws {
        let delivery = try DeliveryText.protection(
            row(["datum_aanvang": "20190201"]),
            row(["datum_aanvang": "20190301", "geslacht": "M"])
        ).checked()
        #expect(delivery.findings == [.query("INT-159", row: 3, "geslacht")])
    }

    @Test func `the first row in the file sets the face, not the earliest start`() throws {
        let delivery = try DeliveryText.assistance(
            row(["datum_aanvang": "20190401", "geslacht": "V"]),
            row(["datum_aanvang": "20190201", "geslacht": "M"])
        ).checked()
        #expect(delivery.findings == [.query("INT-159", row: 3, "geslacht")])
    }

    @Test func `what is empty or was emptied is no other face`() throws {
        let delivery = try DeliveryText.assistance(
            row(["datum_aanvang": "20190201", "geslacht": "", "geboortedatum": "20101301"]),
            row(["datum_aanvang": "20190301"]),
            row(["datum_aanvang": "20190401", "geslacht": "X", "geboortedatum": ""])
        ).checked()
        #expect(
            delivery.findings == [
                .field("INT-122", row: 2, "geboortedatum"), .query("INT-152", row: 2, "geslacht"),
                .field("INT-123", row: 4, "geslacht"), .query("INT-151", row: 4, "geboortedatum"),
            ]
        )
    }

    @Test func `records without a person are not compared`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": "999999999"],
            ["bsn": "999999999", "geboortedatum": "20110101", "geslacht": "M"]
        ).checked()
        #expect(delivery.findings.isEmpty)
    }
}
