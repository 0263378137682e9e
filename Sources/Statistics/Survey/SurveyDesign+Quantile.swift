import Foundation

extension SurveyDesign {
    /// A quantile with the interval of Woodruff 1952.
    public struct Quantile: Sendable, Equatable {
        /// The probability it was asked for.
        public var probability: Double
        /// The quantile; `nil` when there are no rows.
        public var estimate: Double?
        /// The interval; an end is `nil` when its probability falls outside 0–1.
        public var lower: Double?
        /// See ``lower``.
        public var upper: Double?
        /// The width of the interval over twice the quantile of t, as R gives it.
        public var standardError: Double?
        /// What must be known; whole sentences.
        public var warnings: [String] = []
    }

    /// A quantile and its interval.
    ///
    /// The share of the population at or under the estimate gets an interval, and its ends are
    /// turned back into values (Woodruff 1952; Francisco and Fuller 1991), as in R's `svyquantile`.
    /// - `interval`: one of mean, beta, xlogit and asin.
    public func quantile(
        _ values: [Double],
        at probability: Double,
        rule: QuantileRule = .math,
        interval: SurveyProportionInterval = .mean,
        reference: ReferenceDistribution = .t,
        level: Double = 0.95
    ) -> Quantile {
        let ordered = WeightedValues(values, weights: weights)
        var found = Quantile(probability: probability)
        guard let estimate = ordered.quantile(probability, rule) else {
            found.warnings.append("There are no rows in the domain, so nothing is estimated.")
            return found
        }
        found.estimate = estimate
        let under = values.indices.map { weights[$0] != 0 && values[$0] <= estimate ? 1.0 : 0 }
        var ends: Interval?
        if interval == .mean {
            let mean = mean([under])
            found.warnings += mean.warnings
            ends = mean.estimates[0].interval(reference, level: level)
        } else {
            let share = proportion(under, interval, level: level)
            found.warnings += share.warnings
            ends = share.interval
        }
        guard let ends else { return found }
        if ends.lower >= 0 { found.lower = ordered.quantile(ends.lower, rule) }
        if ends.upper <= 1 { found.upper = ordered.quantile(ends.upper, rule) }
        if let lower = found.lower, let upper = found.upper,
            let quantile = reference.quantile(level: level, df: degreesOfFreedom)
        {
            found.standardError = (upper - lower) / (2 * quantile)
        } else {
            found.warnings.append(
                "An end of the interval lies outside the sample, so it is undefined."
            )
        }
        return found
    }
}
