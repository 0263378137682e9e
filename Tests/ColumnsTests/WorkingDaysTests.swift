import Columns
import Domain
import Testing

@Suite("Working days")
struct WorkingDaysTests {
    private static let days = WorkingDays()

    /// The number of a day written as `2019-04-17`.
    private static func number(_ text: String) throws -> Int32 {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
        return try #require(day).number
    }

    private func packed(_ text: String) throws -> UInt16 {
        PackedDay.pack(try WorkingDaysTests.number(text))
    }

    private func isWorking(_ text: String) throws -> Bool {
        let day = try packed(text)
        return WorkingDaysTests.days.count(after: day - 1, until: day) == 1
    }

    /// Algemene termijnenwet, article 3, worked out by hand from the calendars of 2014, 2019, 2020
    /// and 2024.
    @Test(arguments: [
        "2019-01-01", "2019-04-19", "2019-04-22", "2019-05-30", "2019-06-10", "2019-12-25",
        "2019-12-26", "2020-04-10", "2020-04-13", "2020-04-27", "2020-05-05", "2020-05-21",
        "2020-06-01", "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-20", "2013-04-30",
    ])
    func `a general holiday and Good Friday are no working days`(day: String) throws {
        #expect(try !isWorking(day))
    }

    @Test(arguments: [
        "2019-01-02", "2019-04-18", "2019-04-23", "2019-04-29", "2019-05-31", "2019-12-24",
        "2019-12-27", "2020-04-28", "2020-05-04", "2014-04-30", "2013-04-29",
    ])
    func `the days beside them are`(day: String) throws {
        #expect(try isWorking(day))
    }

    @Test(arguments: ["2019-04-20", "2019-04-21", "2019-04-27", "2019-05-05", "2021-12-25"])
    func `Saturdays and Sundays are none, a holiday or not`(day: String) throws {
        #expect(try !isWorking(day))
    }

    /// Meeus 1991, chapter 8: the dates of Easter that it gives as examples, and the two extremes of
    /// the range.
    @Test(arguments: [
        (1991, "1991-03-31"), (1992, "1992-04-19"), (1993, "1993-04-11"), (1954, "1954-04-18"),
        (2000, "2000-04-23"), (2008, "2008-03-23"), (2038, "2038-04-25"),
    ])
    func `the Monday after Easter Sunday is free`(year: Int, easter: String) throws {
        let sunday = try packed(easter)
        #expect(WorkingDaysTests.days.count(after: sunday, until: sunday + 1) == 0)
        #expect(WorkingDaysTests.days.count(after: sunday - 3, until: sunday + 1) == 0)
        #expect(WorkingDaysTests.days.count(after: sunday - 4, until: sunday - 3) == 1)
    }

    @Test func `the first day does not count and the last does`() throws {
        let days = WorkingDaysTests.days
        // Wednesday 17 April 2019 to Thursday 25 April: Thursday, Tuesday, Wednesday, Thursday.
        #expect(days.count(after: try packed("2019-04-17"), until: try packed("2019-04-25")) == 4)
        #expect(days.count(after: try packed("2019-04-17"), until: try packed("2019-04-17")) == 0)
        #expect(days.count(after: try packed("2019-04-25"), until: try packed("2019-04-17")) == 0)
    }

    @Test func `a year has as many as a slow count of its days gives`() throws {
        for year in 2014...2030 {
            let easter = WorkingDaysTests.slowEaster(year)
            var free: Set<Int32> = [-2, 1, 39, 50].reduce(into: []) { $0.insert(easter + $1) }
            for text in ["01-01", "04-27", "05-05", "12-25", "12-26"] {
                free.insert(try WorkingDaysTests.number("\(year)-\(text)"))
            }
            let first = try WorkingDaysTests.number("\(year)-01-01")
            let last = try WorkingDaysTests.number("\(year)-12-31")
            // 1 January 2018 was a Monday.
            let monday = try WorkingDaysTests.number("2018-01-01")
            let slow = (first...last).filter { day in
                let weekday = ((day - monday) % 7 + 7) % 7
                return weekday < 5 && !free.contains(day)
            }
            let fast = WorkingDaysTests.days.count(
                after: PackedDay.pack(first - 1),
                until: PackedDay.pack(last)
            )
            #expect(fast == slow.count, "\(year)")
        }
    }

    /// Easter by Gauss's rule in the form for 1900–2099, which shares nothing with the one used.
    private static func slowEaster(_ year: Int) -> Int32 {
        let d = (19 * (year % 19) + 24) % 30
        let e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
        var day = 22 + d + e
        if day == 57 { day = 50 }
        if day == 56, d == 28, year % 19 > 10 { day = 49 }
        let march = CalendarDay(year: year, month: 3, day: 1)?.number ?? 0
        return march + Int32(day) - 1
    }
}
