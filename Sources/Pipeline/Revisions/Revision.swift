public import Domain

/// *Herziening*: what a figure was as of a day.
public struct Revision: Sendable, Equatable {
    /// The header of a table of revisions.
    ///
    /// The last column says of every line that it is not protected, wherever the line goes.
    public static let header = "period,received,status,deliveries,measure,value,change,protection"

    /// The period of the figure.
    public let period: Period
    /// The day: what was received till then counts.
    public let day: CalendarDay
    /// How final the period was on that day.
    public let status: VintageStatus
    /// Deliveries for the period that came on that day, first ones and redeliveries.
    public let deliveries: Int
    /// What was counted.
    public let measure: String
    /// The figure, multiplied by ten to the power ``decimals``.
    public let value: Int64
    /// The difference with the line before it of the same period and measure; `nil` for the first.
    public let change: Int64?
    /// Digits behind the point.
    public let decimals: Int

    /// The figure as the table contract writes it.
    public var valueText: String { CellTable.text(value, decimals: decimals) }

    /// The difference with its sign, or nothing for the first line.
    public var changeText: String {
        guard let change else { return "" }
        return (change > 0 ? "+" : "") + CellTable.text(change, decimals: decimals)
    }

    /// The line of the table, without its end.
    public var csv: String {
        [
            period.description, day.description, status.rawValue, String(deliveries), measure,
            valueText, changeText, "none",
        ].joined(separator: ",")
    }
}
