import Domain
import Store

/// Which deliveries came on which day.
struct Arrivals {
    /// The days, earliest first.
    let days: [CalendarDay]
    /// The half-years of the first source of which something was delivered.
    let halfYears: [ReportingPeriod]

    private let first: [ReportingPeriod: CalendarDay]
    private let counts: [ReportingPeriod: [CalendarDay: Int]]

    /// Sorts deliveries by their day; what is there is judged by the first source alone.
    init(_ deliveries: [DeliveryRecord], of source: String) {
        var days: Set<CalendarDay> = []
        var first: [ReportingPeriod: CalendarDay] = [:]
        var counts: [ReportingPeriod: [CalendarDay: Int]] = [:]
        for delivery in deliveries {
            guard let day = Arrivals.day(delivery.received) else { continue }
            days.insert(day)
            counts[delivery.period, default: [:]][day, default: 0] += 1
            if delivery.source == source {
                first[delivery.period] = min(first[delivery.period] ?? day, day)
            }
        }
        self.days = days.sorted()
        self.first = first
        self.counts = counts
        halfYears = first.keys.sorted()
    }

    /// Whether every half-year of a period has a delivery by the end of a day.
    func isThere(_ period: Period, on day: CalendarDay) -> Bool {
        period.halves.allSatisfy { half in first[half].map { $0 <= day } ?? false }
    }

    /// How many deliveries for a period came on a day.
    func count(for period: Period, on day: CalendarDay) -> Int {
        period.halves.reduce(0) { $0 + (counts[$1]?[day] ?? 0) }
    }

    /// How final a period was at the end of a day, by what the first source had till then.
    func status(of period: Period, on day: CalendarDay) -> VintageStatus {
        let last = period.halves.last ?? ReportingPeriod(ordinal: 0)
        let newest = first.filter { $0.value <= day }.keys.max() ?? last
        return VintageStatus(of: last, latest: newest)
    }

    /// The store writes a day as `JJJJ-MM-DD`.
    private static func day(_ text: String) -> CalendarDay? {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let number = parts[2]
        else { return nil }
        return CalendarDay(year: year, month: month, day: number)
    }
}
