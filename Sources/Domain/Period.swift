/// *Periode* of a figure: a half-year or a calendar year.
public enum Period: Hashable, Comparable, Sendable {
    /// A half-year, as delivered.
    case halfYear(ReportingPeriod)
    /// A calendar year, put together from its two half-years.
    case year(Int)

    /// Reads `2019H1` or `2019`, or gives `nil` when the text is anything else.
    public init?(_ text: some StringProtocol) {
        if let half = ReportingPeriod(text) {
            self = .halfYear(half)
        } else if text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(text), year >= 1000
        {
            self = .year(year)
        } else {
            return nil
        }
    }

    /// The first day.
    public var start: CalendarDay {
        switch self {
        case .halfYear(let half): half.start
        case .year(let year): ReportingPeriod(ordinal: year * 2).start
        }
    }

    /// The last day.
    public var end: CalendarDay {
        switch self {
        case .halfYear(let half): half.end
        case .year(let year): ReportingPeriod(ordinal: year * 2 + 1).end
        }
    }

    /// The calendar year the period lies in.
    public var year: Int {
        switch self {
        case .halfYear(let half): half.year
        case .year(let year): year
        }
    }

    /// The half-years the period is made of.
    public var halves: [ReportingPeriod] {
        switch self {
        case .halfYear(let half): [half]
        case .year(let year):
            [ReportingPeriod(ordinal: year * 2), ReportingPeriod(ordinal: year * 2 + 1)]
        }
    }

    /// Sorted as their written forms: `2019`, `2019H1`, `2019H2`, `2020`.
    public static func < (left: Period, right: Period) -> Bool {
        left.description < right.description
    }
}

extension Period: CustomStringConvertible {
    /// The period as `2019H1` or `2019`.
    public var description: String {
        switch self {
        case .halfYear(let half): half.description
        case .year(let year): String(year)
        }
    }
}
