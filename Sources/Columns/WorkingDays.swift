import Domain

/// *Werkdagen*: days that are no Saturday, Sunday or general holiday, by look-up on packed days.
///
/// Algemene termijnenwet, article 3, first and second section: New Year's Day, Easter Monday,
/// Ascension Day, Whit Monday, both days of Christmas, King's Day (Queen's Day before 2014),
/// Liberation Day on 5 May, and Good Friday, which counts as one.
public struct WorkingDays: Sendable {
    /// For each packed day how many working days have passed up to and with it.
    private let passed: [UInt16]

    /// Builds the table for every packed day.
    public init() {
        var passed = [UInt16](repeating: 0, count: 65_536)
        var count: UInt16 = 0
        var holidays: Set<Int32> = []
        var year = 0
        for packed in 1...Int(PackedDay.latest) {
            let number = PackedDay.number(UInt16(packed))
            let day = CalendarDay(number: number).components
            if day.year != year {
                year = day.year
                holidays = WorkingDays.holidays(in: year)
            }
            // 1 January 1970, day 0, was a Thursday: 0 is Monday here.
            let weekday = (Int(number) % 7 + 7 + 3) % 7
            if weekday < 5, !holidays.contains(number) { count &+= 1 }
            passed[packed] = count
        }
        self.passed = passed
    }

    /// How many working days d there are with `from` < d ≤ `until`; both must be days.
    @inline(__always)
    public func count(after from: UInt16, until: UInt16) -> Int {
        until <= from ? 0 : Int(passed[Int(until)] &- passed[Int(from)])
    }

    /// The general holidays of a year, as day numbers counted from 1 January 1970.
    static func holidays(in year: Int) -> Set<Int32> {
        let easter = easter(in: year)
        let king = CalendarDay(year: year, month: 4, day: year < 2014 ? 30 : 27)?.number ?? 0
        // On a Sunday it is kept on the Saturday before, so that a Sunday needs no care here.
        let fixed = [(1, 1), (5, 5), (12, 25), (12, 26)].compactMap {
            CalendarDay(year: year, month: $0.0, day: $0.1)?.number
        }
        return Set(fixed + [king, easter - 2, easter + 1, easter + 39, easter + 50])
    }

    /// Easter Sunday (Meeus, Jones and Butcher; Meeus 1991, Astronomical Algorithms, chapter 8).
    static func easter(in year: Int) -> Int32 {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let d = b / 4
        let e = b % 4
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let i = c / 4
        let k = c % 4
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let month = (h + l - 7 * m + 114) / 31
        let day = (h + l - 7 * m + 114) % 31 + 1
        return CalendarDay(year: year, month: month, day: day)?.number ?? 0
    }
}
