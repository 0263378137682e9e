import Domain
import Testing

@Suite struct IsTooOldAtStartTests {
    @Test func `who turns 23 on the day of the start is left out, a day younger is asked about`()
        throws
    {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190201", "geboortedatum": "19960201"],
            ["datum_aanvang": "20190201", "geboortedatum": "19960202"]
        ).checked()
        #expect(
            delivery.findings == [
                .record("INT-109", row: 2, "geboortedatum"),
                .query("INT-156", row: 3, "geboortedatum"),
            ]
        )
        #expect(delivery.leftOut == [2])
    }

    @Test func `who was born on 29 February turns 23 on 1 March`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190228", "geboortedatum": "19960229"],
            ["datum_aanvang": "20190301", "geboortedatum": "19960229"]
        ).checked()
        #expect(
            delivery.findings == [
                .query("INT-156", row: 2, "geboortedatum"),
                .record("INT-109", row: 3, "geboortedatum"),
            ]
        )
    }

    @Test func `an unknown day counts as the first, an unknown month as July`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20190201", "geboortedatum": "19960200"],
            ["datum_aanvang": "20190630", "geboortedatum": "19960000"],
            ["datum_aanvang": "20190201", "geboortedatum": "19950000"]
        ).checked()
        #expect(
            delivery.findings == [
                .record("INT-109", row: 2, "geboortedatum"),
                .query("INT-156", row: 3, "geboortedatum"),
                .record("INT-109", row: 4, "geboortedatum"),
            ]
        )
    }

    @Test func `it holds for measures from the day of taking over`() throws {
        let row = [
            "geboortedatum": "19960301", "datum_aanvang": "",
            "datum_overgedragen_gekregen": "20190301",
        ]
        let delivery = try DeliveryText.protection(row).checked()
        #expect(
            delivery.findings == [
                .record("INT-109", row: 2, "geboortedatum"),
                .query("INT-205", row: 2, "geboortedatum"),
            ]
        )
    }

    @Test func `nothing is said about age where the birth is not known`() throws {
        let delivery = try DeliveryText.assistance(
            ["datum_aanvang": "20990101", "geboortedatum": "99999999"],
            ["datum_aanvang": "20190201", "geboortedatum": "99999999"]
        ).checked()
        #expect(delivery.findings == [.record("INT-105", row: 2, "datum_aanvang")])
    }

    @Test func `a birth before 1900 is one of an adult`() throws {
        let delivery = try DeliveryText.assistance(["geboortedatum": "18991231"]).checked()
        #expect(delivery.findings == [.record("INT-109", row: 2, "geboortedatum")])
    }
}
