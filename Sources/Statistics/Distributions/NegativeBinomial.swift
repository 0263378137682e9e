internal import CBoost

/// The negative binomial distribution: failures before the `size`-th success.
///
/// `size` is above 0 and need not be whole.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum NegativeBinomial {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, size: Double, probability: Double) -> Double {
        cboost_negative_binomial_density(x, size, probability)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, size: Double, probability: Double) -> Double {
        cboost_negative_binomial_lower(x, size, probability)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, size: Double, probability: Double) -> Double {
        cboost_negative_binomial_upper(x, size, probability)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, size: Double, probability: Double) -> Double {
        cboost_negative_binomial_at_lower(p, size, probability)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, size: Double, probability: Double) -> Double {
        cboost_negative_binomial_at_upper(p, size, probability)
    }
}
