public import Statistics

/// *Bandbreedte van een telling*: a protected count with the counts that may lie behind it.
///
/// A count that was rounded before it was shown is one of several; whatever is worked out from it
/// is worked out for the lowest and the highest of them, so that rounding widens an interval and
/// never hides in it.
public struct CountRange: Sendable, Equatable {
    /// What is shown.
    public let shown: Double
    /// The lowest count that may lie behind it.
    public let low: Double
    /// The highest.
    public let high: Double

    /// Creates a range.
    public init(shown: Double, low: Double, high: Double) {
        self.shown = shown
        self.low = low
        self.high = high
    }

    /// A number that is known, as a population.
    public init(exactly number: Double) {
        self.init(shown: number, low: number, high: number)
    }

    /// The sum, whose error is at most the sum of both errors.
    public static func + (left: CountRange, right: CountRange) -> CountRange {
        CountRange(
            shown: left.shown + right.shown,
            low: left.low + right.low,
            high: left.high + right.high
        )
    }

    /// The difference of counts of which the second is part of the first; never below 0.
    public static func - (left: CountRange, right: CountRange) -> CountRange {
        CountRange(
            shown: max(0, left.shown - right.shown),
            low: max(0, left.low - right.high),
            high: max(0, left.high - right.low)
        )
    }

    /// The quotient that is shown, with the lowest and highest that may lie behind it.
    ///
    /// Undefined above a denominator that may be zero.
    public func over(_ size: CountRange) -> (value: Double, range: Interval) {
        guard size.low > 0, size.shown > 0 else { return (.nan, .undefined) }
        return (shown / size.shown, Interval(low / size.high, high / size.low))
    }
}
