internal import CBoost

/// The hypergeometric distribution: white balls among those drawn without replacement.
///
/// `white` of `all` balls are white, `drawn` are drawn; whole numbers.
/// Outside the domain every function gives NaN, which results show as undefined. From Boost.Math.
public enum Hypergeometric {
    /// The density, or the probability of a count, at `x`.
    public static func density(_ x: Double, white: Double, drawn: Double, all: Double) -> Double {
        cboost_hypergeometric_density(x, white, drawn, all)
    }

    /// The probability of at most `x`.
    public static func lower(_ x: Double, white: Double, drawn: Double, all: Double) -> Double {
        cboost_hypergeometric_lower(x, white, drawn, all)
    }

    /// The probability of more than `x`, exact where it is small.
    public static func upper(_ x: Double, white: Double, drawn: Double, all: Double) -> Double {
        cboost_hypergeometric_upper(x, white, drawn, all)
    }

    /// The value whose lower tail is `p`.
    public static func quantile(lower p: Double, white: Double, drawn: Double, all: Double)
        -> Double
    {
        cboost_hypergeometric_at_lower(p, white, drawn, all)
    }

    /// The value whose upper tail is `p`.
    public static func quantile(upper p: Double, white: Double, drawn: Double, all: Double)
        -> Double
    {
        cboost_hypergeometric_at_upper(p, white, drawn, all)
    }
}
