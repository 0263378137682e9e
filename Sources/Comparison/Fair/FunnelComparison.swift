internal import Foundation
public import Statistics

/// *Trechter*: units round the figure of the country, with the limits of chance and of the spread
/// that units have besides.
///
/// Exact limits are those of Spiegelhalter 2005, interpolated; the wider ones add the variance
/// between units `τ²` on the scale on which that variance was measured (arcsine for proportions,
/// square root for ratios), as in Spiegelhalter et al. 2012. Units of which few are expected take
/// no part in measuring it: of them only the high ones are shown, because low counts are withheld.
public struct FunnelComparison: Sendable, Equatable {
    /// Where a unit lies.
    public enum Place: String, Sendable, CaseIterable {
        /// Within the inner limits, whatever count lies behind what is shown.
        case inside
        /// Between the inner and the outer limits.
        case between
        /// Beyond the outer limits.
        case beyond
        /// Rounding does not let it be told.
        case untold
    }

    /// A level with its limits.
    public struct Limits: Sendable, Equatable {
        /// By chance alone.
        public let exact: Interval
        /// With the spread between units besides.
        public let wide: Interval
    }

    /// The figure of the country.
    public let target: Double
    /// What is compared.
    public let kind: FunnelLimits.Kind
    /// Mean squared z-score of the units that count; undefined with too few.
    public let phi: Double
    /// Variance between units on the scale of the z-scores; 0 with too few.
    public let tau2: Double
    /// How many units took part in measuring the spread.
    public let counted: Int

    private let levels: (inside: Double, outside: Double)

    /// Measures the spread between units.
    ///
    /// - Parameters:
    ///   - units: events and size of each unit, as shown.
    ///   - target: the figure of the country, above 0.
    ///   - kind: what is compared.
    ///   - leastExpected: units of which fewer are expected take no part.
    ///   - leastUnits: with fewer units no spread is measured.
    ///   - levels: the inner and outer level, as 0.95 and 0.998.
    public init(
        units: [(events: Double, size: Double)],
        target: Double,
        kind: FunnelLimits.Kind,
        leastExpected: Double,
        leastUnits: Int,
        levels: (inside: Double, outside: Double)
    ) {
        self.target = target
        self.kind = kind
        self.levels = levels
        let usable = units.filter { $0.size > 0 && target * $0.size >= leastExpected }
        counted = usable.count
        guard usable.count >= leastUnits else {
            phi = .nan
            tau2 = 0
            return
        }
        let errors = usable.map { 1 / (2 * $0.size.squareRoot()) }
        let centre = FunnelComparison.scaled(target, kind)
        let scores = zip(usable, errors).map {
            (FunnelComparison.scaled($0.events / $0.size, kind) - centre) / $1
        }
        let spread = OverDispersion(
            scores: scores,
            errors: errors,
            extremes: .winsorise,
            share: 0.1
        )
        phi = spread.phi
        tau2 = spread.tau2
    }

    /// The limits at a size.
    public func limits(size: Double) -> (inner: Limits, outer: Limits) {
        (limits(size, levels.inside), limits(size, levels.outside))
    }

    /// Where a unit lies, for all counts that may lie behind what is shown.
    public func place(_ value: Interval, size: Double) -> Place {
        let (inner, outer) = limits(size: size)
        let low = place(value.lower, inner.wide, outer.wide)
        let high = place(value.upper, inner.wide, outer.wide)
        return low == high && low.isLow == high.isLow ? low.place : .untold
    }

    private func place(
        _ value: Double,
        _ inner: Interval,
        _ outer: Interval
    ) -> Side {
        if value >= inner.lower, value <= inner.upper {
            return Side(place: .inside, isLow: false)
        }
        let isOutside = value < outer.lower || value > outer.upper
        return Side(place: isOutside ? .beyond : .between, isLow: value < inner.lower)
    }

    private struct Side: Equatable {
        let place: Place
        let isLow: Bool
    }

    private func limits(_ size: Double, _ level: Double) -> Limits {
        let tail = (1 - level) / 2
        let exact = Interval(
            max(
                0,
                FunnelLimits.interpolated.limit(at: tail, target: target, size: size, kind: kind)
            ),
            FunnelLimits.interpolated.limit(at: 1 - tail, target: target, size: size, kind: kind)
        )
        guard tau2 > 0, size > 0 else { return Limits(exact: exact, wide: exact) }
        let error = (1 / (4 * size) + tau2).squareRoot()
        let half = Normal.quantile(upper: tail) * error
        let centre = FunnelComparison.scaled(target, kind)
        return Limits(
            exact: exact,
            wide: Interval(
                min(exact.lower, FunnelComparison.unscaled(centre - half, kind)),
                max(exact.upper, FunnelComparison.unscaled(centre + half, kind))
            )
        )
    }

    private static func scaled(_ value: Double, _ kind: FunnelLimits.Kind) -> Double {
        kind == .proportion ? asin(min(1, max(0, value)).squareRoot()) : value.squareRoot()
    }

    private static func unscaled(_ value: Double, _ kind: FunnelLimits.Kind) -> Double {
        let kept = max(0, value)
        return kind == .proportion ? pow(sin(min(.pi / 2, kept)), 2) : kept * kept
    }

    /// Equal when measured on the same units round the same target.
    public static func == (left: FunnelComparison, right: FunnelComparison) -> Bool {
        left.target == right.target && left.kind == right.kind && left.tau2 == right.tau2
            && left.counted == right.counted && left.levels == right.levels
    }
}
