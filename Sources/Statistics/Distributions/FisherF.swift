internal import CBoost

/// Fisher's F distribution.
///
/// `df1`, `df2`: degrees of freedom above and below the line.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum FisherF {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, df1: Double, df2: Double) -> Double {
        cboost_fisher_f_density(x, df1, df2)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, df1: Double, df2: Double) -> Double {
        cboost_fisher_f_lower(x, df1, df2)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, df1: Double, df2: Double) -> Double {
        cboost_fisher_f_upper(x, df1, df2)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, df1: Double, df2: Double) -> Double {
        cboost_fisher_f_at_lower(p, df1, df2)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, df1: Double, df2: Double) -> Double {
        cboost_fisher_f_at_upper(p, df1, df2)
    }
}
