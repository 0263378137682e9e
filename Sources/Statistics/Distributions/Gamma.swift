internal import CBoost

/// The gamma distribution.
///
/// `shape` and `scale` are above 0; the mean is their product.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum Gamma {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, shape: Double, scale: Double = 1) -> Double {
        cboost_gamma_density(x, shape, scale)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, shape: Double, scale: Double = 1) -> Double {
        cboost_gamma_lower(x, shape, scale)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, shape: Double, scale: Double = 1) -> Double {
        cboost_gamma_upper(x, shape, scale)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, shape: Double, scale: Double = 1) -> Double {
        cboost_gamma_at_lower(p, shape, scale)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, shape: Double, scale: Double = 1) -> Double {
        cboost_gamma_at_upper(p, shape, scale)
    }
}
