import Columns
import Domain
import Testing

@Suite struct TakenOverWithStartTests {
    @Test func `a start beside a day of taking over is asked about and both are kept`() throws {
        let delivery = try DeliveryText.protection(
            ["datum_aanvang": "20180101", "datum_overgedragen_gekregen": "20190301"],
            ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190301"],
            ["datum_aanvang": "20180101"]
        ).checked()
        #expect(delivery.findings == [.query("INT-203", row: 2, "datum_aanvang")])
        #expect(delivery.leftOut.isEmpty)
        let start = try #require(CalendarDay(year: 2018, month: 1, day: 1))
        let packed = UInt32(PackedDay.pack(start.number))
        #expect(delivery.stored("start") == [packed, 0, packed])
    }
}
