import Domain

/// Days as the eight digits of the protocol, worked out once.
enum DayTable {
    /// The end of help that has no end within any plan.
    static let open: Int32 = 1_000_000

    private static let first: Int32 = 0
    private static let table: [UInt32] = (0..<36_525).map { day in
        let (year, month, day) = CalendarDay(number: Int32(day)).components
        return UInt32(year * 10_000 + month * 100 + day)
    }

    /// The day as the number `JJJJMMDD`; 0 for a day outside 1970–2069.
    static func digits(_ day: Int32) -> UInt32 {
        day >= 0 && Int(day) < table.count ? table[Int(day)] : 0
    }
}

extension CalendarDay {
    /// The same day so many years later; 29 February becomes 28 February where needed.
    func years(after years: Int) -> CalendarDay { self.years(before: -years) }
}
