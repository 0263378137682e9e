internal import Foundation

/// How many persons there are in all, from two lists and their overlap.
///
/// Holds when the lists are independent, everyone has the same chance to be on at least one of them,
/// nobody comes or goes, and the overlap is found without error.
public enum TwoLists: String, CaseIterable, Sendable {
    /// Chapman's estimator, nearly without bias: `(n₁+1)(n₂+1)/(m+1) − 1`.
    ///
    /// Chapman 1951; variance of Seber, *The Estimation of Animal Abundance* (1982) p. 60.
    case chapman
    /// Lincoln and Petersen: `n₁ n₂ / m`; undefined without overlap.
    ///
    /// Variance `n₁ n₂ (n₁−m)(n₂−m) / m³`: Seber 1982, p. 59–61.
    case lincolnPetersen = "lincoln-petersen"
    /// Chao's lower bound when persons differ in their chance to be seen.
    ///
    /// Those seen are joined by at least `½ f₁² / 2f₂`, `f₁` seen once and `f₂` twice: Chao,
    /// *Biometrics* 43 (1987) 783–791, with the factor `(t − 1)/t` of `t = 2` lists, as R's
    /// `Rcapture`.
    case chao
    /// The same bound without that factor, as first printed for many occasions.
    case chao1987 = "chao-1987"

    /// The estimate, its variance, and how many were seen.
    public struct Estimate: Sendable, Equatable {
        /// Persons on either list.
        public let seen: Double
        /// Persons in all; undefined where the formula has none.
        public let total: Double
        /// The variance.
        public let variance: Double

        /// Limits that are log-normal in the number not seen; never below those seen.
        ///
        /// Chao 1987, formula 12.
        public func limits(level: Double = 0.95) -> Interval {
            let hidden = total - seen
            guard hidden > 0, variance.isFinite else {
                return hidden == 0 ? Interval(seen, seen) : .undefined
            }
            let z = Statistics.z(level: level)
            let factor = exp(z * log(1 + variance / (hidden * hidden)).squareRoot())
            return Interval(seen + hidden / factor, seen + hidden * factor)
        }
    }

    /// Estimates the total.
    ///
    /// - Parameters:
    ///   - n1: persons on the first list.
    ///   - n2: persons on the second.
    ///   - m: persons on both, at most the lesser of the two.
    /// - Returns: the estimate; undefined numbers where the formula has none.
    public func estimate(_ n1: Double, _ n2: Double, both m: Double) -> Estimate {
        let seen = n1 + n2 - m
        switch self {
        case .chapman:
            return Estimate(
                seen: seen,
                total: (n1 + 1) * (n2 + 1) / (m + 1) - 1,
                variance: (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m)
                    / ((m + 1) * (m + 1) * (m + 2))
            )
        case .lincolnPetersen:
            guard m > 0 else { return Estimate(seen: seen, total: .nan, variance: .nan) }
            return Estimate(
                seen: seen,
                total: n1 * n2 / m,
                variance: n1 * n2 * (n1 - m) * (n2 - m) / (m * m * m)
            )
        case .chao, .chao1987:
            let once = n1 + n2 - 2 * m
            let factor = self == .chao ? 0.5 : 1
            // Without overlap the form that is corrected for bias: f₁ (f₁ − 1) / 2 (f₂ + 1).
            guard m > 0 else {
                return Estimate(
                    seen: seen,
                    total: seen + factor * once * (once - 1) / 2,
                    variance: .nan
                )
            }
            let ratio = once / m
            return Estimate(
                seen: seen,
                total: seen + factor * once * once / (2 * m),
                variance: m
                    * (factor * ratio * ratio / 2 + factor * factor * ratio * ratio * ratio
                        + factor * factor * ratio * ratio * ratio * ratio / 4)
            )
        }
    }
}
