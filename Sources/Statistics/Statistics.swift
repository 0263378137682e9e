/// The house's statistics, named as the field names them.
///
/// No input or output: functions from numbers to numbers, and ``StatMethod`` that puts each behind
/// a table. Distribution functions come from Boost.Math (`CBoost`), linear algebra from LAPACK
/// (`CLAPACK`).
public enum Statistics {
    /// The normal quantile `z` that a two-sided interval of a level reaches to.
    public static func z(level: Double) -> Double {
        Normal.quantile(upper: (1 - level) / 2)
    }
}
