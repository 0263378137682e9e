internal import Foundation

/// Limits of a funnel plot round a target, by the formula named.
///
/// Spiegelhalter, *Statistics in Medicine* 24 (2005) 1185–1202, appendix A.1.
public enum FunnelLimits: String, CaseIterable, Sendable {
    /// Exact tails, interpolated between counts so that the limit runs smoothly (A.1.1).
    case interpolated
    /// The smallest count whose lower tail reaches the probability.
    case exact
    /// Target ± z standard errors; may pass 0 and 1.
    case normal

    /// What is compared.
    public enum Kind: String, CaseIterable, Sendable {
        /// Events among persons: binomial.
        case proportion
        /// Events over events expected, or over person-years: Poisson.
        case ratio
    }

    /// The value that the indicator stays below with probability `p` when the target holds.
    ///
    /// - Parameters:
    ///   - p: a probability such as 0.025.
    ///   - target: the proportion or ratio that holds for all.
    ///   - size: persons, or events expected (person-years) when the target is 1.
    ///   - kind: what is compared.
    /// - Returns: undefined when there is no size.
    public func limit(at p: Double, target: Double, size: Double, kind: Kind) -> Double {
        guard size > 0 else { return .nan }
        switch self {
        case .normal:
            let spread = kind == .proportion ? target * (1 - target) : target
            return target + Normal.quantile(lower: p) * (spread / size).squareRoot()
        case .interpolated, .exact:
            let count: Double
            let tail: (Double) -> Double
            switch kind {
            case .proportion:
                count = Binomial.quantile(lower: p, trials: size, probability: target)
                tail = { Binomial.lower($0, trials: size, probability: target) }
            case .ratio:
                count = Poisson.quantile(lower: p, mean: target * size)
                tail = { Poisson.lower($0, mean: target * size) }
            }
            if self == .exact { return count / size }
            let at = tail(count)
            let before = count > 0 ? tail(count - 1) : 0
            return (count - (at - p) / (at - before)) / size
        }
    }
}
