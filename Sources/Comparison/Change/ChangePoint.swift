public import Domain
package import Statistics

/// *Halfjaar in een reeks*: what a region shows in one half-year.
public struct ChangePoint: Sendable, Equatable {
    /// What is known of it.
    public enum State: Sendable, Equatable {
        /// Shown: events, and the size below the line where there is one.
        case shown(CountRange, of: CountRange?)
        /// Withheld: it exists, and is no hole.
        case withheld
        /// Not delivered or not published: a hole, never zero.
        case missing
    }

    /// The half-year.
    public let period: ReportingPeriod
    /// What is known of it.
    public let state: State

    /// Creates a point.
    public init(period: ReportingPeriod, state: State) {
        self.period = period
        self.state = state
    }

    /// The figure, what rounding leaves open and the size; `nil` where it is not shown.
    package var figure: (value: Double, range: Interval, events: Double, size: Double)? {
        guard case .shown(let events, let size) = state else { return nil }
        guard let size else {
            return (events.shown, Interval(events.low, events.high), events.shown, 1)
        }
        let (value, range) = events.over(size)
        return value.isFinite ? (value, range, events.shown, size.shown) : nil
    }
}
