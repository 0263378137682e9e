import Columns
import Domain
import Testing

@Suite struct PackedDayTests {
    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> UInt16 {
        PackedDay.pack(try #require(CalendarDay(year: year, month: month, day: day)).number)
    }

    @Test func `days count on from 1900 to 2077`() throws {
        #expect(try day(1900, 1, 1) == 1)
        #expect(try day(1900, 1, 2) == 2)
        #expect(try day(1970, 1, 1) == 25_568)
        #expect(try day(2077, 12, 17) == PackedDay.latest)
        let isInverse = (1...PackedDay.latest).allSatisfy {
            PackedDay.pack(PackedDay.number($0)) == $0
        }
        #expect(isInverse)
    }

    @Test func `earlier days are the first, later days beyond the last`() throws {
        #expect(try day(1899, 12, 31) == 1)
        #expect(try day(1000, 1, 1) == 1)
        #expect(try day(2077, 12, 18) == PackedDay.beyond)
        #expect(try day(9999, 12, 31) == PackedDay.beyond)
    }

    @Test func `what is no day stands apart from every day`() {
        let marks = [
            PackedDay.absent, PackedDay.beyond, PackedDay.unborn, PackedDay.unreadable,
        ]
        #expect(Set(marks).count == 4)
        #expect(marks.allSatisfy { $0 == 0 || $0 > PackedDay.latest })
    }
}
