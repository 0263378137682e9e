extension SurveyDesign {
    /// What a variance is compared with in a design effect.
    public enum DesignEffectBase: String, Sendable, CaseIterable {
        /// A simple random sample without replacement.
        case withoutReplacement = "without-replacement"
        /// A simple random sample with replacement.
        case withReplacement = "with-replacement"
    }

    /// Horvitz–Thompson totals Σ *w y*.
    ///
    /// - `variables`: for each variable one value a row; a row with weight 0 may hold anything.
    /// - `base`: what the design effect compares with.
    public func total(
        _ variables: [[Double]],
        designEffect base: DesignEffectBase = .withoutReplacement
    ) -> SurveyEstimates {
        let influences = variables.map(weighted)
        let size = weights.reduce(0, +)
        return estimates(
            influences.map { $0.reduce(0, +) },
            influences: influences,
            simple: variables.map { variable in
                simpleVariance(of: variable, base).map { $0 * size * size }
            }
        )
    }

    /// Means Σ *w y* ÷ Σ *w* (Hájek).
    public func mean(
        _ variables: [[Double]],
        designEffect base: DesignEffectBase = .withoutReplacement
    ) -> SurveyEstimates {
        let size = weights.reduce(0, +)
        let means = variables.map { weighted($0).reduce(0, +) / size }
        let influences = zip(variables, means).map { variable, mean in
            weighted(variable.map { ($0 - mean) / size })
        }
        return estimates(
            means,
            influences: influences,
            simple: variables.map { simpleVariance(of: $0, base) }
        )
    }

    /// The ratio of two totals, Σ *w y* ÷ Σ *w x*, linearised to *w* (*y* − *R x*) ÷ Σ *w x*.
    public func ratio(
        _ numerator: [Double],
        _ denominator: [Double],
        designEffect base: DesignEffectBase = .withoutReplacement
    ) -> SurveyEstimates {
        let below = weighted(denominator).reduce(0, +)
        let ratio = weighted(numerator).reduce(0, +) / below
        guard ratio.isFinite else {
            let none = SurveyEstimate(degreesOfFreedom: degreesOfFreedom, rows: rowsInDomain)
            return SurveyEstimates(
                estimates: [none],
                covariance: nil,
                warnings: ["The total of the denominator is 0, so the ratio is undefined."]
            )
        }
        let residuals = zip(numerator, denominator).map { ($0 - ratio * $1) / below }
        let size = weights.reduce(0, +)
        return estimates(
            [ratio],
            influences: [weighted(residuals)],
            simple: [simpleVariance(of: residuals, base).map { $0 * size * size }]
        )
    }

    /// The values times the weights; 0 where the weight is 0, whatever the value.
    func weighted(_ values: [Double]) -> [Double] {
        precondition(values.count == count)
        return values.indices.map { weights[$0] == 0 ? 0 : values[$0] * weights[$0] }
    }

    /// The variance that the mean would have in a simple random sample of as many rows.
    func simpleVariance(of values: [Double], _ base: DesignEffectBase) -> Double? {
        let rows = Double(rowsInDomain)
        let size = weights.reduce(0, +)
        guard rows > 1 else { return nil }
        let mean = weighted(values).reduce(0, +) / size
        let squares = weighted(values.map { ($0 - mean) * ($0 - mean) }).reduce(0, +)
        let spread = squares / size * rows / (rows - 1)
        switch base {
        case .withReplacement: return spread / rows
        case .withoutReplacement:
            // Weights that add up to less than the sample are no numbers of elements.
            return size < rows ? nil : spread * (size - rows) / (size * rows)
        }
    }

    private func estimates(
        _ values: [Double],
        influences: [[Double]],
        simple: [Double?]
    ) -> SurveyEstimates {
        let covariance = covariance(ofTotals: influences)
        var warnings = covariance.warnings
        let estimates = values.indices.map { place -> SurveyEstimate in
            let variance = covariance.matrix?[place, place]
            var effect: Double?
            if let variance, let simple = simple[place], simple > 0 { effect = variance / simple }
            return SurveyEstimate(
                estimate: values[place].isFinite ? values[place] : nil,
                variance: variance.flatMap { $0.isFinite ? $0 : nil },
                degreesOfFreedom: degreesOfFreedom,
                designEffect: effect,
                rows: rowsInDomain
            )
        }
        if rowsInDomain == 0 {
            warnings.append("There are no rows in the domain, so nothing is estimated.")
        } else if simple.contains(where: { $0 == nil }) {
            warnings.append(
                "The design effect is undefined: there are too few rows, or the weights add up to "
                    + "less than the sample."
            )
        }
        return SurveyEstimates(
            estimates: estimates,
            covariance: covariance.matrix,
            warnings: warnings
        )
    }
}
