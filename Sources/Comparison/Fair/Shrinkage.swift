public import Statistics

/// *Krimpschatting*: the figure of a unit drawn towards that of all, the more so the smaller it is.
///
/// Clayton and Kaldor's gamma-Poisson, *Biometrics* 43 (1987) 671–681. The distribution is found from
/// units of which enough are expected, because of smaller ones only the high counts are shown.
public struct Shrinkage: Sendable, Equatable {
    private let fit: GammaPoisson?

    /// Whether units differ more than chance alone lets them; otherwise all get the common figure.
    public var hasSpread: Bool { fit != nil }

    /// Finds how true ratios are spread.
    ///
    /// - Parameters:
    ///   - units: events and events expected of each unit.
    ///   - leastExpected: units of which fewer are expected take no part.
    ///   - leastUnits: with fewer units nothing is found.
    public init(
        units: [(observed: Double, expected: Double)],
        leastExpected: Double,
        leastUnits: Int
    ) {
        let usable = units.filter { $0.expected >= leastExpected }
        guard usable.count >= leastUnits else {
            fit = nil
            return
        }
        fit = GammaPoisson(observed: usable.map(\.observed), expected: usable.map(\.expected))
    }

    /// The shrunken ratio of observed to expected, with its limits.
    ///
    /// - Parameters:
    ///   - observed: what is shown and what may lie behind it.
    ///   - expected: the same of what is expected.
    ///   - level: how much of the distribution lies within the limits.
    /// - Returns: `nil` when units do not differ more than chance lets them.
    public func ratio(
        observed: CountRange,
        expected: CountRange,
        level: Double = 0.95
    ) -> (value: Double, limits: Interval)? {
        guard let fit, expected.low > 0 else { return nil }
        let below = fit.limits(observed: observed.low, expected: expected.high, level: level)
        let above = fit.limits(observed: observed.high, expected: expected.low, level: level)
        return (
            (observed.shown + fit.nu) / (expected.shown + fit.alpha),
            Interval(below.lower, above.upper)
        )
    }
}
