/// *Datum*: a day in the Gregorian calendar, without time or time zone.
///
/// Kept as the number of days since 1 January 1970, so that intervals are subtractions. The
/// conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; negative before it.
    public let number: Int32

    /// Creates a day from the number of days since 1 January 1970.
    public init(number: Int32) {
        self.number = number
    }

    /// Creates a day, or `nil` when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year: year)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The number of days in a month; February knows leap years.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The same day so many years earlier; 29 February becomes 28 February where needed.
    public func years(before years: Int) -> CalendarDay {
        let (year, month, day) = components
        let length = CalendarDay.length(ofMonth: month, year: year - years)
        return CalendarDay(year: year - years, month: month, day: min(day, length)) ?? self
    }

    /// The day so many days later; negative for earlier.
    public func advanced(by days: Int) -> CalendarDay {
        CalendarDay(number: number + Int32(days))
    }

    /// Earlier days come first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.number < right.number
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `JJJJ-MM-DD`.
    public var description: String {
        let (year, month, day) = components
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        let text = String(year)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text + "-" + two(month)
            + "-" + two(day)
    }

    /// The day as the protocol writes it, `JJJJMMDD`.
    public var compact: String { description.filter { $0 != "-" } }
}
