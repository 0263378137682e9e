import Columns
import Domain
import Testing

@Suite struct BirthIsUnreadableTests {
    @Test(arguments: [
        "20101301", "20100230", "20100015", "2010-02-30", "onbekend", "2010011", "99999998",
        "00000000", "00000115",
    ])
    func `a birth date that is no day of the calendar is emptied`(_ birth: String) throws {
        let delivery = try DeliveryText.assistance(["geboortedatum": birth]).checked()
        #expect(delivery.findings == [.field("INT-122", row: 2, "geboortedatum")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("birth") == [UInt32(PackedDay.absent)])
    }

    @Test(arguments: [
        ("20100115", 2010, 1, 15), ("2010-01-15", 2010, 1, 15), ("20100200", 2010, 2, 1),
        ("20100000", 2010, 7, 1), ("20120229", 2012, 2, 29),
    ])
    func `day or month may be unknown`(
        _ birth: String,
        _ year: Int,
        _ month: Int,
        _ day: Int
    ) throws {
        let delivery = try DeliveryText.assistance(["geboortedatum": birth]).checked()
        let expected = try #require(CalendarDay(year: year, month: month, day: day))
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("birth") == [UInt32(PackedDay.pack(expected.number))])
    }

    @Test func `nines are a child not yet born`() throws {
        let delivery = try DeliveryText.protection(["geboortedatum": "99999999"]).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("birth") == [UInt32(PackedDay.unborn)])
    }
}
