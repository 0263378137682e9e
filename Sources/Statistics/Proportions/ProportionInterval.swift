internal import Foundation

/// An interval for a probability from `x` successes in `n` independent trials.
///
/// Brown, Cai and DasGupta, *Statistical Science* 16 (2001) 101–133.
public enum ProportionInterval: String, CaseIterable, Sendable {
    /// Wilson's score interval, `(p̃ ± z √(p̂q̂/n + z²/4n²)) / (1 + z²/n)`; the default.
    case wilson
    /// Clopper and Pearson: never covers less than it says, from quantiles of the beta distribution.
    case clopperPearson = "clopper-pearson"
    /// Agresti and Coull: the simple interval after `z²/2` more successes and failures.
    ///
    /// It may reach outside 0…1, and is not cut off.
    case agrestiCoull = "agresti-coull"
    /// Equal tails of the beta distribution that Jeffreys' prior gives; 0 at `x = 0`, 1 at `x = n`.
    case jeffreys
    /// The simple interval on the scale of log odds; at `x = 0` and `x = n`, where that scale has no
    /// end, the exact limits, as R's `binom`.
    case logit

    /// The limits.
    ///
    /// - Parameters:
    ///   - x: successes, 0…`n`.
    ///   - n: trials; without any both limits are undefined.
    ///   - level: confidence, as 0.95.
    /// - Returns: the two limits.
    public func limits(successes x: Double, of n: Double, level: Double = 0.95) -> Interval {
        guard n > 0, x >= 0, x <= n else { return .undefined }
        let tail = (1 - level) / 2
        let z = Normal.quantile(upper: tail)
        let share = x / n
        switch self {
        case .wilson:
            let middle = (x + z * z / 2) / (n + z * z)
            let half = z * (n * share * (1 - share) + z * z / 4).squareRoot() / (n + z * z)
            // The formula is exactly 0 and 1 at the ends; rounding would leave a trace.
            return Interval(x == 0 ? 0 : middle - half, x == n ? 1 : middle + half)
        case .clopperPearson:
            return ProportionInterval.exact(x, n, tail)
        case .agrestiCoull:
            let trials = n + z * z
            let middle = (x + z * z / 2) / trials
            return Interval(
                around: middle,
                error: (middle * (1 - middle) / trials).squareRoot(),
                z: z
            )
        case .jeffreys:
            return Interval(
                x == 0 ? 0 : Beta.quantile(lower: tail, a: x + 0.5, b: n - x + 0.5),
                x == n ? 1 : Beta.quantile(upper: tail, a: x + 0.5, b: n - x + 0.5)
            )
        case .logit:
            if x == 0 || x == n { return ProportionInterval.exact(x, n, tail) }
            return Interval(
                around: log(x / (n - x)),
                error: (1 / x + 1 / (n - x)).squareRoot(),
                z: z
            ).mapped { 1 / (1 + exp(-$0)) }
        }
    }

    private static func exact(_ x: Double, _ n: Double, _ tail: Double) -> Interval {
        Interval(
            x == 0 ? 0 : Beta.quantile(lower: tail, a: x, b: n - x + 1),
            x == n ? 1 : Beta.quantile(upper: tail, a: x + 1, b: n - x)
        )
    }
}
