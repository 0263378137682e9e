import Domain
import Testing

@Suite struct BirthIsAfterStartTests {
    @Test func `a birth on the day after the start is asked about`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190201", "geboortedatum": "20190202"],
            ["datum_aanvang": "20190201", "geboortedatum": "20190201"]
        ).checked()
        #expect(delivery.findings == [.query("INT-157", row: 2, "geboortedatum")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `it is not asked where day or month is unknown or the child unborn`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190201", "geboortedatum": "20190300"],
            ["datum_aanvang": "20190201", "geboortedatum": "20190000"],
            ["datum_aanvang": "20190201", "geboortedatum": "99999999"]
        ).checked()
        #expect(delivery.findings.isEmpty)
    }

    @Test func `of a measure that was taken over the day of taking over counts`() throws {
        func row(_ birth: String) -> [String: String] {
            [
                "datum_aanvang": "", "datum_overgedragen_gekregen": "20190301",
                "geboortedatum": birth,
            ]
        }
        let delivery = try DeliveryText.protection(row("20190301"), row("20190302")).checked()
        #expect(delivery.findings == [.query("INT-157", row: 3, "geboortedatum")])
    }
}
