internal import Foundation

/// An interval for a standardised ratio: `observed` events, a Poisson count, over `expected`.
public enum RatioInterval: String, CaseIterable, Sendable {
    /// Garwood's exact limits, from quantiles of χ².
    ///
    /// Garwood, *Biometrika* 28 (1936) 437–442.
    case exact
    /// Byar's approximation to the exact limits.
    ///
    /// Breslow and Day, *Statistical Methods in Cancer Research* II (1987) p. 69.
    case byar
    /// The limits at which half the probability of the observed count is left out of its tail.
    ///
    /// Rothman and Boice, *Epidemiologic Analysis with a Programmable Calculator* (1979).
    case midP = "mid-p"
    /// The interval that is symmetric on the scale of square roots.
    ///
    /// Vandenbroucke, *American Journal of Epidemiology* 115 (1982) 303–304.
    case vandenbroucke

    /// The limits of `observed / expected`.
    ///
    /// - Parameters:
    ///   - observed: events seen.
    ///   - expected: events expected, taken as known; undefined unless above 0.
    ///   - level: confidence, as 0.95.
    /// - Returns: limits at or above 0.
    public func limits(observed: Double, expected: Double, level: Double = 0.95) -> Interval {
        guard expected > 0, observed >= 0 else { return .undefined }
        return countLimits(observed, level: level).mapped { $0 / expected }
    }

    /// The limits of the mean of a Poisson count.
    func countLimits(_ x: Double, level: Double) -> Interval {
        let tail = (1 - level) / 2
        let z = Normal.quantile(upper: tail)
        switch self {
        case .exact:
            return Interval(
                x == 0 ? 0 : ChiSquared.quantile(lower: tail, df: 2 * x) / 2,
                ChiSquared.quantile(upper: tail, df: 2 * x + 2) / 2
            )
        case .byar:
            let more = x + 1
            return Interval(
                x == 0 ? 0 : x * pow(1 - 1 / (9 * x) - z / (3 * x.squareRoot()), 3),
                more * pow(1 - 1 / (9 * more) + z / (3 * more.squareRoot()), 3)
            )
        case .midP:
            let outer = RatioInterval.exact.countLimits(x, level: level)
            func middle(_ mean: Double) -> Double {
                if mean == 0 { return x == 0 ? 0.5 : 1 }
                return Poisson.lower(x, mean: mean) - Poisson.density(x, mean: mean) / 2
            }
            // The lower tail with half of the count falls as the mean rises.
            return Interval(
                x == 0
                    ? 0
                    : Root.ofFalling(from: outer.lower, to: x) { middle($0) - (1 - tail) },
                Root.ofFalling(from: x, to: outer.upper) { middle($0) - tail }
            )
        case .vandenbroucke:
            let root = x.squareRoot()
            return Interval(pow(max(0, root - z / 2), 2), pow(root + z / 2, 2))
        }
    }
}
