internal import CBoost

/// The noncentral χ² distribution.
///
/// `df`: degrees of freedom; `noncentrality` is at least 0.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum NoncentralChiSquared {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, df: Double, noncentrality: Double) -> Double {
        cboost_noncentral_chi_squared_density(x, df, noncentrality)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, df: Double, noncentrality: Double) -> Double {
        cboost_noncentral_chi_squared_lower(x, df, noncentrality)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, df: Double, noncentrality: Double) -> Double {
        cboost_noncentral_chi_squared_upper(x, df, noncentrality)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, df: Double, noncentrality: Double) -> Double {
        cboost_noncentral_chi_squared_at_lower(p, df, noncentrality)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, df: Double, noncentrality: Double) -> Double {
        cboost_noncentral_chi_squared_at_upper(p, df, noncentrality)
    }
}
