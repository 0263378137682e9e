import Foundation

/// How the interval of a proportion is made.
public enum SurveyProportionInterval: String, Sendable, CaseIterable {
    /// Symmetric on the logit, the standard error by the delta method.
    case logit
    /// Where the scaled likelihood ratio reaches its critical value (Rao and Scott).
    case likelihood
    /// Symmetric on the arcsine of the square root.
    case asin
    /// Korn and Graubard 1998: the exact binomial interval at the effective sample size.
    case beta
    /// Estimate ± quantile × standard error; may leave 0–1.
    case mean
    /// As `logit`, from the transformed mean.
    case xlogit
    /// Wilson's score interval at the effective sample size.
    case wilson
}

extension SurveyDesign {
    /// The share of elements with a trait, with an interval that knows the design.
    public struct Proportion: Sendable, Equatable {
        /// The estimate as a mean of 0 and 1.
        public var estimate: SurveyEstimate
        /// The interval; `nil` when undefined.
        public var interval: Interval?
        /// The sample size that a simple random sample would need, after the correction for the
        /// degrees of freedom; for the methods that use it.
        public var effectiveSize: Double?
        /// Whole sentences.
        public var warnings: [String]

        init(
            estimate: SurveyEstimate,
            interval: Interval?,
            effectiveSize: Double?,
            warnings: [String]
        ) {
            self.estimate = estimate
            self.interval = interval
            self.effectiveSize = effectiveSize
            self.warnings = warnings
        }
    }

    /// Estimates a proportion; Korn and Graubard 1998; Dean and Pagano 2015; R's `svyciprop`.
    ///
    /// - `trait`: 0 or 1 for each row.
    public func proportion(
        _ trait: [Double],
        _ method: SurveyProportionInterval = .logit,
        level: Double = 0.95,
        reference: ReferenceDistribution = .t,
        designEffect base: DesignEffectBase = .withoutReplacement
    ) -> Proportion {
        let mean = mean([trait], designEffect: base)
        return Proportion(
            mean.estimates[0],
            method,
            level: level,
            reference: reference,
            warnings: mean.warnings
        )
    }

    static func betaInterval(_ p: Double, size: Double, level: Double) -> Interval {
        let tail = (1 - level) / 2
        let lower =
            p <= 0 ? 0 : Beta.quantile(lower: tail, a: size * p, b: size * (1 - p) + 1)
        let upper =
            p >= 1 ? 1 : Beta.quantile(upper: tail, a: size * p + 1, b: size * (1 - p))
        return Interval(lower, upper)
    }

    /// Where 2 *n* KL(p̂ ‖ p) reaches *t*² × design effect (with R's dispersion *n*/(*n* − 1)).
    static func likelihoodInterval(
        _ p: Double,
        variance: Double,
        rows: Double,
        t: Double
    ) -> Interval {
        let effect = variance * rows / (p * (1 - p))
        let limit = t * t * effect * rows / (rows - 1)
        func deviance(_ q: Double) -> Double {
            2 * rows * (p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)))
        }
        func end(from inside: Double, to outside: Double) -> Double {
            var inside = inside
            var outside = outside
            for _ in 0..<200 {
                let middle = (inside + outside) / 2
                if deviance(middle) < limit { inside = middle } else { outside = middle }
            }
            return (inside + outside) / 2
        }
        return Interval(end(from: p, to: 0), end(from: p, to: 1))
    }
}

extension SurveyDesign.Proportion {
    /// An interval for a proportion whose variance is known already, as one with more in it than
    /// the sampling.
    ///
    /// - Parameters:
    ///   - estimate: the proportion, its variance, degrees of freedom and rows.
    ///   - method: how the interval is made.
    ///   - level: confidence, as 0.95.
    ///   - reference: the distribution.
    ///   - warnings: what is known before.
    public init(
        _ estimate: SurveyEstimate,
        _ method: SurveyProportionInterval,
        level: Double = 0.95,
        reference: ReferenceDistribution = .t,
        warnings: [String] = []
    ) {
        var found = SurveyDesign.Proportion(
            estimate: estimate,
            interval: nil,
            effectiveSize: nil,
            warnings: warnings
        )
        let df = estimate.degreesOfFreedom
        guard let p = found.estimate.estimate, let variance = found.estimate.variance,
            variance >= 0, let t = reference.quantile(level: level, df: df)
        else {
            found.warnings.append("The interval is undefined: there is no variance to make it of.")
            self = found
            return
        }
        let rows = Double(estimate.rows)
        let error = variance.squareRoot()
        let isExtreme = p <= 0 || p >= 1 || variance == 0
        func kishSize(_ correction: Double) -> Double {
            if !isExtreme { return p * (1 - p) / variance * correction }
            found.warnings.append(
                "The sample has no variance, so the number of rows stands for the effective size."
            )
            return rows * correction
        }
        switch method {
        case .mean: found.interval = Interval(p - t * error, p + t * error)
        case .beta:
            let all =
                rows > 1
                ? reference.quantile(level: level, df: estimate.rows - 1) ?? t : t
            let size = kishSize((all / t) * (all / t))
            found.effectiveSize = size
            found.interval = SurveyDesign.betaInterval(p, size: size, level: level)
        case .wilson:
            let size = kishSize(1)
            found.effectiveSize = size
            let centre = (p + t * t / (2 * size)) / (1 + t * t / size)
            let half =
                t / (1 + t * t / size)
                * (p * (1 - p) / size + t * t / (4 * size * size)).squareRoot()
            found.interval = Interval(max(centre - half, 0), min(centre + half, 1))
        case .logit, .xlogit, .asin, .likelihood:
            guard !isExtreme else {
                found.warnings.append(
                    "The \(method.rawValue) interval is undefined for a share without variance; "
                        + "beta and wilson give one."
                )
                self = found
                return
            }
            if method == .asin {
                let centre = asin(p.squareRoot())
                let half = t * error / (2 * (p * (1 - p)).squareRoot())
                let ends = [max(centre - half, 0), min(centre + half, .pi / 2)]
                found.interval = Interval(pow(sin(ends[0]), 2), pow(sin(ends[1]), 2))
            } else if method == .likelihood {
                found.interval = SurveyDesign.likelihoodInterval(
                    p,
                    variance: variance,
                    rows: rows,
                    t: t
                )
            } else {
                let centre = log(p / (1 - p))
                let half = t * error / (p * (1 - p))
                found.interval = Interval(
                    1 / (1 + exp(half - centre)),
                    1 / (1 + exp(-half - centre))
                )
            }
        }
        self = found
    }
}
