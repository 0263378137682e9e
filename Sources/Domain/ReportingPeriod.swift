/// *Verslagperiode*: a half-year over which source holders deliver.
///
/// Written `2019H1` for 1 January to 30 June and `2019H2` for 1 July to 31 December.
public struct ReportingPeriod: Hashable, Comparable, Sendable {
    /// The calendar year.
    public let year: Int

    /// 1 for January to June, 2 for July to December.
    public let half: Int

    /// Creates a half-year, or `nil` when the half is not 1 or 2 or the year not four digits.
    public init?(year: Int, half: Int) {
        guard half == 1 || half == 2, (1000...9999).contains(year) else { return nil }
        self.year = year
        self.half = half
    }

    /// Reads `2019H1`, or gives `nil` when the text is anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[4] == UInt8(ascii: "H"),
            bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(text.prefix(4))
        else { return nil }
        self.init(year: year, half: Int(bytes[5]) - 0x30)
    }

    /// The half-year with this count of half-years since year 0; the inverse of ``ordinal``.
    public init(ordinal: Int) {
        year = ordinal / 2
        half = ordinal % 2 + 1
    }

    /// Half-years since year 0, so that neighbours differ by one.
    public var ordinal: Int { year * 2 + half - 1 }

    /// The half-year before this one.
    public var previous: ReportingPeriod { ReportingPeriod(ordinal: ordinal - 1) }

    /// The half-year after this one.
    public var next: ReportingPeriod { ReportingPeriod(ordinal: ordinal + 1) }

    /// The first day, 1 January or 1 July.
    public var start: CalendarDay {
        CalendarDay(year: year, month: half == 1 ? 1 : 7, day: 1) ?? CalendarDay(number: 0)
    }

    /// The last day, 30 June or 31 December.
    public var end: CalendarDay {
        half == 1
            ? CalendarDay(year: year, month: 6, day: 30) ?? CalendarDay(number: 0)
            : CalendarDay(year: year, month: 12, day: 31) ?? CalendarDay(number: 0)
    }

    /// Earlier half-years come first.
    public static func < (left: ReportingPeriod, right: ReportingPeriod) -> Bool {
        left.ordinal < right.ordinal
    }
}

extension ReportingPeriod: CustomStringConvertible {
    /// The half-year as `2019H1`.
    public var description: String { "\(year)H\(half)" }
}
