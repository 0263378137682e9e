internal import CBoost

/// The beta distribution.
///
/// `a`, `b`: shapes, above 0.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum Beta {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, a: Double, b: Double) -> Double {
        cboost_beta_density(x, a, b)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, a: Double, b: Double) -> Double {
        cboost_beta_lower(x, a, b)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, a: Double, b: Double) -> Double {
        cboost_beta_upper(x, a, b)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, a: Double, b: Double) -> Double {
        cboost_beta_at_lower(p, a, b)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, a: Double, b: Double) -> Double {
        cboost_beta_at_upper(p, a, b)
    }
}
