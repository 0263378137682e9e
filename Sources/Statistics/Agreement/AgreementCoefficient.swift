/// Agreement between raters beyond what chance would give, with what it must be read beside.
public struct AgreementCoefficient: Sendable, Equatable {
    /// The coefficient; `nil` when undefined.
    public var estimate: Double?

    /// Its standard error over units; `nil` when undefined.
    public var standardError: Double?

    /// The weighted share of pairs of ratings that agree.
    public var observed: Double?

    /// That share by chance, as the coefficient sees chance.
    public var expected: Double?

    /// How many units the coefficient stands on.
    public var units: Int

    /// How many of those have two or more ratings.
    public var unitsRatedTwice: Int

    /// Whole sentences.
    public var warnings: [String] = []

    /// The two-sided interval; t with units − 1 degrees of freedom, its upper end at most 1.
    public func interval(level: Double) -> Interval? {
        guard let estimate, let standardError, units > 1 else { return nil }
        let quantile = StudentT.quantile(upper: (1 - level) / 2, df: Double(units - 1))
        return Interval(
            estimate - quantile * standardError,
            min(estimate + quantile * standardError, 1)
        )
    }

    /// A coefficient that cannot be computed, and why.
    static func undefined(_ ratings: Ratings, observed: Double?, why: String) -> Self {
        AgreementCoefficient(
            observed: observed,
            units: ratings.units,
            unitsRatedTwice: ratings.unitsRatedTwice,
            warnings: [why]
        )
    }
}

extension Ratings {
    /// How many units have two or more ratings.
    public var unitsRatedTwice: Int { cells.count { $0.count { $0 != nil } > 1 } }

    /// The share of pairs of ratings on the same unit that are equal, over units with two or more.
    public var percentAgreement: Double? {
        observedAgreement(AgreementWeights.identity.matrix(scores: scores))?.mean
    }

    /// For each category the share of ratings, averaged over units.
    public var prevalence: [Double] {
        var shares = Array(repeating: 0.0, count: categories.count)
        for counts in counts {
            let rated = counts.reduce(0, +)
            for place in shares.indices { shares[place] += counts[place] / rated }
        }
        return shares.map { $0 / Double(units) }
    }

    /// The agreement of each unit, 0 for units with one rating, and its mean over the others.
    func observedAgreement(_ weights: Matrix) -> (ofUnit: [Double], mean: Double)? {
        var sum = 0.0
        var twice = 0
        let ofUnit = counts.map { counts -> Double in
            let rated = counts.reduce(0, +)
            guard rated > 1 else { return 0 }
            let weighted = weights * counts
            var agreeing = 0.0
            for place in counts.indices { agreeing += counts[place] * (weighted[place] - 1) }
            twice += 1
            sum += agreeing / (rated * (rated - 1))
            return agreeing / (rated * (rated - 1))
        }
        return twice > 0 ? (ofUnit, sum / Double(twice)) : nil
    }

    /// Puts a coefficient together from the agreement of units and the chance agreement to which
    /// each adds (Gwet 2008, 2014).
    func coefficient(
        _ observed: (ofUnit: [Double], mean: Double),
        expected: Double,
        expectedOfUnit: [Double]
    ) -> AgreementCoefficient {
        guard 1 - expected > 1e-12 else {
            return .undefined(
                self,
                observed: observed.mean,
                why: "Chance alone gives full agreement here, so the coefficient is undefined."
            )
        }
        let count = Double(units)
        let twice = Double(unitsRatedTwice)
        let estimate = (observed.mean - expected) / (1 - expected)
        var squares = 0.0
        for (unit, cells) in cells.enumerated() {
            let isTwice = cells.count { $0 != nil } > 1
            let own =
                (count / twice) * (observed.ofUnit[unit] - (isTwice ? expected : 0))
                / (1 - expected)
            let deviation =
                own - 2 * (1 - estimate) * (expectedOfUnit[unit] - expected) / (1 - expected)
                - estimate
            squares += deviation * deviation
        }
        var found = AgreementCoefficient(
            estimate: estimate,
            observed: observed.mean,
            expected: expected,
            units: units,
            unitsRatedTwice: unitsRatedTwice
        )
        if units > 1 {
            found.standardError = (squares / (count * (count - 1))).squareRoot()
        } else {
            found.warnings.append("One unit gives no standard error.")
        }
        return found
    }

    static let noPairs = "No unit has two ratings, so agreement is undefined."
}
