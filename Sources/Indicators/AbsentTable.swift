public import Domain

/// A table that does not exist, and why: to be said, and never to be read as zeros.
public struct AbsentTable: Sendable, Equatable {
    /// Why there is no table.
    public enum Reason: String, Sendable, CaseIterable {
        /// The indicator needs the half-year after, of which nothing is delivered.
        case nextPeriod = "next-period"
        /// The source changed: the definition names an earlier half-year as the last.
        case lastPeriod = "last-period"
        /// Nothing of the second source is delivered for the period.
        case secondSource = "second-source"
        /// In the two sources the same person has different pseudonyms.
        case notLinked = "not-linked"
        /// *DQ*: too few of those who must deliver have done so.
        case incomplete = "incomplete"
    }

    /// The indicator, as `BJ-07`.
    public let indicator: String
    /// The period.
    public let period: Period
    /// Why.
    public let reason: Reason

    /// Creates the notice of a table that does not exist.
    public init(indicator: String, period: Period, reason: Reason) {
        self.indicator = indicator
        self.period = period
        self.reason = reason
    }
}
