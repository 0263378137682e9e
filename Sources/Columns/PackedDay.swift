/// Days as sixteen bits, in the order of the calendar.
///
/// 0 is absent; 1 is 1 January 1900 or earlier; each next day is one more, to
/// ``PackedDay/latest``; then come ``PackedDay/beyond``, ``PackedDay/unborn`` and
/// ``PackedDay/unreadable``.
public enum PackedDay {
    /// The field is empty.
    public static let absent: UInt16 = 0
    /// The last day that can be told from the next: in 2077.
    public static let latest: UInt16 = 65_000
    /// A day after ``latest``.
    public static let beyond: UInt16 = 0xFFFD
    /// A birth that had not yet happened.
    public static let unborn: UInt16 = 0xFFFE
    /// No date.
    public static let unreadable: UInt16 = 0xFFFF

    /// Days from 1 January 1900 to 1 January 1970, and one for the value that means absent.
    static let offset: Int32 = 25_568

    /// Packs a day number counted from 1 January 1970.
    @inline(__always)
    public static func pack(_ number: Int32) -> UInt16 {
        let packed = number + offset
        if packed < 1 { return 1 }
        return packed > Int32(latest) ? beyond : UInt16(truncatingIfNeeded: packed)
    }

    /// The day number counted from 1 January 1970 of a packed day.
    @inline(__always)
    public static func number(_ packed: UInt16) -> Int32 { Int32(packed) - offset }
}

/// A table from year and month to days, so that a date costs three look-ups.
struct DayTable: Sendable {
    /// The table; there is one calendar.
    static let shared = DayTable()

    private static let firstYear = 1900
    private static let lastYear = 2099
    private let yearStarts: [Int32]
    private let monthStarts: [Int32]

    init() {
        var starts: [Int32] = []
        var number: Int32 = -25_567
        for year in DayTable.firstYear...DayTable.lastYear {
            starts.append(number)
            number += DayTable.isLeap(year) ? 366 : 365
        }
        yearStarts = starts
        var months: [Int32] = []
        for february in [28, 29] as [Int32] {
            var days: Int32 = 0
            // Places 0 and 13–15 hold the length 0, so that such months are never valid.
            for length in [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0]
                as [Int32]
            {
                months.append(days)
                days += length
            }
        }
        monthStarts = months
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The packed day, or ``PackedDay/unreadable`` when the calendar has no such day.
    @inline(__always)
    func pack(year: Int, month: Int, day: Int) -> UInt16 {
        guard month >= 1, month <= 12, day >= 1 else { return PackedDay.unreadable }
        let row = (DayTable.isLeap(year) ? 16 : 0) + month
        let start = monthStarts[row]
        guard Int32(day) <= monthStarts[row + 1] - start else { return PackedDay.unreadable }
        guard year >= DayTable.firstYear else { return 1 }
        guard year <= DayTable.lastYear else { return PackedDay.beyond }
        return PackedDay.pack(yearStarts[year - DayTable.firstYear] + start + Int32(day) - 1)
    }
}
