internal import CBoost

/// The Poisson distribution.
///
/// `mean` is above 0. Quantiles are the smallest count whose lower tail is at least `p`.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum Poisson {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, mean: Double) -> Double {
        cboost_poisson_density(x, mean)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, mean: Double) -> Double {
        cboost_poisson_lower(x, mean)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, mean: Double) -> Double {
        cboost_poisson_upper(x, mean)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, mean: Double) -> Double {
        cboost_poisson_at_lower(p, mean)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, mean: Double) -> Double {
        cboost_poisson_at_upper(p, mean)
    }
}
