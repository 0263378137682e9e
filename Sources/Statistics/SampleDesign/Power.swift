/// The chance that a test finds a difference that is there.
public enum Power {
    /// Of a two-sided t test between two groups of `perGroup` cases each.
    ///
    /// Both tails of the noncentral t count, as in R's `power.t.test(strict = TRUE)`.
    public static func twoMeans(
        difference: Double,
        deviation: Double,
        perGroup: Double,
        level: Double
    ) -> Double {
        let df = max(2 * (perGroup - 1), 1e-7)
        let shift = (perGroup / 2).squareRoot() * abs(difference) / deviation
        let critical = StudentT.quantile(upper: (1 - level) / 2, df: df)
        return NoncentralT.upper(critical, df: df, noncentrality: shift)
            + NoncentralT.lower(-critical, df: df, noncentrality: shift)
    }

    /// Of a two-sided test between two proportions, `perGroup` cases each; the variance is pooled
    /// under no difference, as in R's `power.prop.test`.
    public static func twoProportions(
        _ first: Double,
        _ second: Double,
        perGroup: Double,
        level: Double
    ) -> Double {
        let z = Normal.quantile(upper: (1 - level) / 2)
        let mean = (first + second) / 2
        let under = (2 * mean * (1 - mean)).squareRoot()
        let own = (first * (1 - first) + second * (1 - second)).squareRoot()
        let shift = abs(first - second) * perGroup.squareRoot()
        return Normal.lower((shift - z * under) / own)
    }
}
