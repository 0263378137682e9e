internal import CBoost

/// The binomial distribution.
///
/// Quantiles are the smallest count whose lower tail is at least `p`.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum Binomial {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, trials: Double, probability: Double) -> Double {
        cboost_binomial_density(x, trials, probability)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, trials: Double, probability: Double) -> Double {
        cboost_binomial_lower(x, trials, probability)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, trials: Double, probability: Double) -> Double {
        cboost_binomial_upper(x, trials, probability)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, trials: Double, probability: Double) -> Double {
        cboost_binomial_at_lower(p, trials, probability)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, trials: Double, probability: Double) -> Double {
        cboost_binomial_at_upper(p, trials, probability)
    }
}
