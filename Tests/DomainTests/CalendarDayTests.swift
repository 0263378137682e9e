import Domain
import Testing

struct CalendarDayTests {
    /// Walks through every day of 1900–2100 with the rule of leap years alone.
    @Test func `every day from 1900 to 2100 agrees with counting one by one`() throws {
        var number: Int32 = -25_567
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
                    month - 1
                ]
                for day in 1...length {
                    let found = try #require(CalendarDay(year: year, month: month, day: day))
                    let back = CalendarDay(number: number).components
                    if found.number != number || back != (year, month, day) {
                        Issue.record("\(year)-\(month)-\(day) is not day \(number)")
                        return
                    }
                    number += 1
                }
                #expect(CalendarDay(year: year, month: month, day: length + 1) == nil)
                #expect(CalendarDay(year: year, month: month, day: 0) == nil)
            }
            #expect(CalendarDay(year: year, month: 0, day: 1) == nil)
            #expect(CalendarDay(year: year, month: 13, day: 1) == nil)
        }
    }

    @Test(arguments: [
        (1970, 1, 1, Int32(0), "1970-01-01", "19700101"),
        (2000, 2, 29, 11_016, "2000-02-29", "20000229"),
        (2019, 6, 30, 18_077, "2019-06-30", "20190630"),
        (1969, 12, 31, -1, "1969-12-31", "19691231"),
        (1, 1, 1, -719_162, "0001-01-01", "00010101"),
    ])
    func `a day has a number and two ways of writing`(
        _ year: Int,
        _ month: Int,
        _ day: Int,
        _ number: Int32,
        _ text: String,
        _ compact: String
    ) throws {
        let found = try #require(CalendarDay(year: year, month: month, day: day))
        #expect(found.number == number)
        #expect(found.description == text)
        #expect(found.compact == compact)
    }

    @Test(arguments: [(1900, 2, 29), (2019, 2, 29), (2019, 4, 31), (2019, -1, 1)])
    func `a day that the calendar lacks is no day`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        ("2020-07-01", 5, "2015-07-01"), ("2020-02-29", 5, "2015-02-28"),
        ("2020-02-29", 4, "2016-02-29"), ("2019-01-01", 0, "2019-01-01"),
    ])
    func `years earlier is the same day, or the last of February`(
        _ text: String,
        _ years: Int,
        _ expected: String
    ) throws {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let day = try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
        #expect(day.years(before: years).description == expected)
    }

    @Test func `days advance and compare by their number`() {
        let day = CalendarDay(number: 18_077)
        #expect(day.advanced(by: 1).description == "2019-07-01")
        #expect(day.advanced(by: -30).description == "2019-05-31")
        #expect(day < day.advanced(by: 1))
        #expect(!(day < day))
    }
}
