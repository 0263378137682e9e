/// A one-stage sample drawn with unequal probabilities, with what is known of pairs of units.
///
/// Brewer, *Combined Survey Sampling Inference* (2002), ch. 9; R's `svydesign(pps = …)`.
public struct UnequalProbabilityDesign: Sendable {
    /// For each unit its probability of being drawn.
    public let probabilities: [Double]

    /// For each unit its stratum.
    public let strata: [Int]

    /// What is known of pairs.
    public let joint: JointInclusion

    /// How the variance is put together.
    public let form: JointInclusion.Form

    /// A design; units are in the order of the rows.
    public init(
        probabilities: [Double],
        strata: [Int],
        joint: JointInclusion,
        form: JointInclusion.Form
    ) {
        precondition(joint.checked.rows == probabilities.count)
        precondition(strata.count == probabilities.count)
        self.probabilities = probabilities
        self.strata = strata
        self.joint = joint
        self.form = form
    }

    /// Horvitz–Thompson totals.
    public func total(_ variables: [[Double]]) -> SurveyEstimates {
        let influences = variables.map(divided)
        return estimates(influences.map { $0.reduce(0, +) }, influences)
    }

    /// Means (Hájek).
    public func mean(_ variables: [[Double]]) -> SurveyEstimates {
        let size = probabilities.reduce(0) { $0 + 1 / $1 }
        let means = variables.map { divided($0).reduce(0, +) / size }
        let influences = zip(variables, means).map { variable, mean in
            divided(variable.map { ($0 - mean) / size })
        }
        return estimates(means, influences)
    }

    private func divided(_ values: [Double]) -> [Double] {
        zip(values, probabilities).map { $0 / $1 }
    }

    private func estimates(_ values: [Double], _ influences: [[Double]]) -> SurveyEstimates {
        let covariance = joint.covariance(ofTotals: influences, form)
        let degrees = probabilities.count - Set(strata).count
        var warnings: [String] = []
        let estimates = values.indices.map { place in
            SurveyEstimate(
                estimate: values[place],
                variance: covariance[place, place],
                degreesOfFreedom: degrees,
                rows: probabilities.count
            )
        }
        if covariance.diagonal.contains(where: { $0 < 0 }) {
            warnings.append(
                "A variance is negative, as this estimator allows; it is given as it is and there "
                    + "is no standard error or interval for it."
            )
        }
        return SurveyEstimates(estimates: estimates, covariance: covariance, warnings: warnings)
    }
}
