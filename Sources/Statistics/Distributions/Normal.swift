internal import CBoost

/// The normal distribution.
///
/// `deviation` is the standard deviation, above 0.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum Normal {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, mean: Double = 0, deviation: Double = 1) -> Double {
        cboost_normal_density(x, mean, deviation)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, mean: Double = 0, deviation: Double = 1) -> Double {
        cboost_normal_lower(x, mean, deviation)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, mean: Double = 0, deviation: Double = 1) -> Double {
        cboost_normal_upper(x, mean, deviation)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, mean: Double = 0, deviation: Double = 1) -> Double
    {
        cboost_normal_at_lower(p, mean, deviation)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, mean: Double = 0, deviation: Double = 1) -> Double
    {
        cboost_normal_at_upper(p, mean, deviation)
    }
}
