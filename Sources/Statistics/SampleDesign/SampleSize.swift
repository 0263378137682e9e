/// How many cases are needed for a wanted precision, under simple random sampling.
///
/// Valliant, Dever and Kreuter, *Practical Tools for Designing and Weighting Survey Samples* (2018),
/// ch. 3 and 4. Sizes are real numbers; whoever draws rounds up.
public enum SampleSize {
    /// For a mean or total with half the interval's width `margin`: *z*²*S*² ÷ (*e*² + *z*²*S*²/*N*).
    public static func mean(
        deviation: Double,
        margin: Double,
        level: Double,
        population: Double = .infinity
    ) -> Double {
        let z = Normal.quantile(upper: (1 - level) / 2)
        let spread = z * z * deviation * deviation
        return spread / (margin * margin + spread / population)
    }

    /// For a mean with a wanted relative standard error, from the coefficient of variation of the
    /// population: CV² ÷ (cv² + CV²/*N*).
    public static func mean(
        populationVariation: Double,
        relativeError: Double,
        population: Double = .infinity
    ) -> Double {
        let spread = populationVariation * populationVariation
        return spread / (relativeError * relativeError + spread / population)
    }

    /// For a proportion with half the width `margin`, by the normal interval.
    public static func proportion(
        _ p: Double,
        margin: Double,
        level: Double,
        population: Double = .infinity
    ) -> Double {
        let z = Normal.quantile(upper: (1 - level) / 2)
        let spread = z * z * p * (1 - p)
        // N/(N − 1), because the variance of a trait in a population of N has that divisor.
        let divisor = population.isFinite ? population / (population - 1) : 1
        let left = population.isFinite ? spread / (population - 1) : 0
        return divisor * spread / (margin * margin + left)
    }

    /// For a proportion with half the width `margin`, by Wilson's interval; the root of
    /// *e*²(*n* + *z*²)² = *z*²(*n p q* + *z*²/4).
    public static func proportionByWilson(_ p: Double, margin: Double, level: Double) -> Double {
        let z = Normal.quantile(upper: (1 - level) / 2)
        let spread = p * (1 - p)
        let square = margin * margin
        let root = (spread * spread + square * (1 - 4 * spread)).squareRoot()
        return z * z * (spread - 2 * square + root) / (2 * square)
    }

    /// For each of two groups, to find a difference of means with a two-sided t test.
    ///
    /// - `power`: the chance of finding it.
    public static func twoMeans(
        difference: Double,
        deviation: Double,
        level: Double,
        power: Double
    ) -> Double {
        smallest(power) {
            Power.twoMeans(difference: difference, deviation: deviation, perGroup: $0, level: level)
        }
    }

    /// For each of two groups, to find a difference of proportions with a two-sided test.
    public static func twoProportions(
        _ first: Double,
        _ second: Double,
        level: Double,
        power: Double
    ) -> Double {
        let z = Normal.quantile(upper: (1 - level) / 2)
        let zPower = Normal.quantile(lower: power)
        let mean = (first + second) / 2
        let under = (2 * mean * (1 - mean)).squareRoot()
        let own = (first * (1 - first) + second * (1 - second)).squareRoot()
        let sum = (z * under + zPower * own) / (first - second)
        return sum * sum
    }

    /// How much larger a sample in clusters must be: 1 + (*m* − 1) ρ; Kish 1965.
    public static func clusterEffect(size: Double, correlation: Double) -> Double {
        1 + (size - 1) * correlation
    }

    /// The best number of elements a cluster, √(*c*₁/*c*₂ · (1 − ρ)/ρ), for the cost of a cluster
    /// and of an element.
    public static func clusterSize(
        costOfCluster: Double,
        costOfElement: Double,
        correlation: Double
    ) -> Double {
        (costOfCluster / costOfElement * (1 - correlation) / correlation).squareRoot()
    }

    /// The size at which an increasing power reaches what is wanted.
    private static func smallest(_ wanted: Double, _ power: (Double) -> Double) -> Double {
        var low = 2.0
        var high = 4.0
        if power(low) >= wanted { return low }
        while power(high) < wanted, high < 1e12 {
            low = high
            high *= 2
        }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if power(middle) < wanted { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
