/// An estimate from a sample, with everything that says how sure it is.
public struct SurveyEstimate: Sendable, Equatable {
    /// The estimate; `nil` when undefined.
    public var estimate: Double?

    /// Its variance, `nil` when undefined; a negative one is given as it is.
    public var variance: Double?

    /// The degrees of freedom of the design in the domain.
    public var degreesOfFreedom: Int

    /// How many times the variance of a simple random sample of the same size the variance is.
    public var designEffect: Double?

    /// How many rows it stands on.
    public var rows: Int

    /// The standard error; `nil` when the variance is undefined or negative.
    public var standardError: Double? {
        guard let variance, variance >= 0 else { return nil }
        return variance.squareRoot()
    }

    /// The standard error ÷ the estimate.
    public var relativeError: Double? {
        guard let estimate, let standardError, estimate != 0 else { return nil }
        return standardError / abs(estimate)
    }

    /// The interval estimate ± quantile × standard error.
    public func interval(_ reference: ReferenceDistribution, level: Double) -> Interval? {
        guard let estimate, let standardError else { return nil }
        guard let quantile = reference.quantile(level: level, df: degreesOfFreedom) else {
            return nil
        }
        return Interval(around: estimate, error: standardError, z: quantile)
    }
}

/// The distribution that intervals of survey estimates are taken from.
public enum ReferenceDistribution: String, Sendable, CaseIterable {
    /// Student's t with the degrees of freedom of the design.
    case t
    /// The standard normal.
    case z

    /// The two-sided quantile; `nil` when there are no degrees of freedom.
    public func quantile(level: Double, df: Int) -> Double? {
        switch self {
        case .z: Normal.quantile(upper: (1 - level) / 2)
        case .t: df > 0 ? StudentT.quantile(upper: (1 - level) / 2, df: Double(df)) : nil
        }
    }
}

/// Estimates of one kind, with the covariance between them.
public struct SurveyEstimates: Sendable {
    /// One for each variable, in the order asked.
    public var estimates: [SurveyEstimate]

    /// Their covariances; `nil` when undefined.
    public var covariance: Matrix?

    /// What must be known before using them; whole sentences.
    public var warnings: [String]
}
