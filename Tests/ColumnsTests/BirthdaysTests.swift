import Columns
import Domain
import Testing

@Suite struct BirthdaysTests {
    @Test(arguments: [0, 12, 18, 23])
    func `it is the same day of the year so many years later, by the calendar`(_ age: Int) throws {
        let birthdays = Birthdays(age: age)
        for packed in 1...PackedDay.latest {
            let birth = CalendarDay(number: PackedDay.number(packed)).components
            // There is no such day only for 29 February, which then counts as 1 March.
            let date =
                CalendarDay(year: birth.year + age, month: birth.month, day: birth.day)
                ?? CalendarDay(year: birth.year + age, month: 3, day: 1)
            let number = try #require(date).number
            let last = PackedDay.number(PackedDay.latest)
            let expected = number > last ? PackedDay.beyond : UInt16(number + 25_568)
            guard birthdays[packed] == expected else {
                Issue.record("another birthday for day \(packed)")
                return
            }
        }
    }

    @Test func `who is born on 29 February comes of age on 1 March`() throws {
        let birth = try #require(CalendarDay(year: 2000, month: 2, day: 29))
        let birthday = try #require(CalendarDay(year: 2018, month: 3, day: 1))
        let leap = try #require(CalendarDay(year: 2020, month: 2, day: 29))
        let packed = PackedDay.pack(birth.number)
        #expect(Birthdays(age: 18)[packed] == PackedDay.pack(birthday.number))
        #expect(Birthdays(age: 20)[packed] == PackedDay.pack(leap.number))
    }

    @Test(arguments: [
        PackedDay.absent, PackedDay.beyond, PackedDay.unborn, PackedDay.unreadable, 65_001,
    ])
    func `who has no known birth never comes of age`(_ birth: UInt16) {
        #expect(Birthdays(age: 18)[birth] == PackedDay.beyond)
    }
}
