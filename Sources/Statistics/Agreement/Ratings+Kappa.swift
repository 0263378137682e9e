extension Ratings {
    /// Cohen's kappa (1960; weighted 1968) of two raters, over units that both rated.
    ///
    /// The standard error is Gwet's linearisation over units; ``cohenKappaLargeSampleError(_:)``
    /// gives the formula of Fleiss, Cohen and Everitt (1969).
    public func cohenKappa(_ weights: Matrix) -> AgreementCoefficient {
        precondition(raters == 2)
        return bothRated.congerKappa(weights)
    }

    /// The large-sample standard error of Fleiss, Cohen and Everitt (1969) for Cohen's kappa.
    public func cohenKappaLargeSampleError(_ weights: Matrix) -> Double? {
        precondition(raters == 2)
        let both = bothRated
        guard both.units > 0 else { return nil }
        let count = Double(both.units)
        let places = categories.indices
        var shares = Matrix(rows: categories.count, columns: categories.count)
        for unit in both.cells {
            if let first = unit[0], let second = unit[1] { shares[first, second] += 1 / count }
        }
        var rows = Array(repeating: 0.0, count: categories.count)
        var columns = rows
        for row in places {
            for column in places {
                rows[row] += shares[row, column]
                columns[column] += shares[row, column]
            }
        }
        let rowMeans = weights * columns
        let columnMeans = weights.transposed * rows
        var observed = 0.0
        var expected = 0.0
        for row in places {
            for column in places {
                observed += weights[row, column] * shares[row, column]
                expected += weights[row, column] * rows[row] * columns[column]
            }
        }
        guard 1 - expected > 1e-12 else { return nil }
        var squares = 0.0
        for row in places {
            for column in places {
                let part =
                    weights[row, column] * (1 - expected)
                    - (rowMeans[row] + columnMeans[column]) * (1 - observed)
                squares += shares[row, column] * part * part
            }
        }
        let middle = observed * expected - 2 * expected + observed
        let variance = (squares - middle * middle) / (count * (1 - expected) * (1 - expected))
        return max(variance, 0).squareRoot() / (1 - expected)
    }

    /// Fleiss' kappa (1971) for two or more raters, with missing ratings.
    public func fleissKappa(_ weights: Matrix) -> AgreementCoefficient {
        guard let observed = observedAgreement(weights) else {
            return .undefined(self, observed: nil, why: Self.noPairs)
        }
        let shares = prevalence
        let rows = weights * shares
        let columns = weights.transposed * shares
        let means = zip(rows, columns).map { ($0 + $1) / 2 }
        let expected = zip(shares, means).reduce(0) { $0 + $1.0 * $1.1 }
        let ofUnit = counts.map { counts in
            zip(counts, means).reduce(0) { $0 + $1.0 * $1.1 } / counts.reduce(0, +)
        }
        return coefficient(observed, expected: expected, expectedOfUnit: ofUnit)
    }

    /// Light's kappa (1971): the mean of Cohen's kappas of all pairs of raters.
    ///
    /// The standard error takes the mean of the pairs' linearised values for each unit.
    public func lightKappa(_ weights: Matrix) -> AgreementCoefficient {
        var estimates: [Double] = []
        var observed = 0.0
        var expected = 0.0
        var ofUnit = Array(repeating: 0.0, count: units)
        let pairs = raters * (raters - 1) / 2
        for first in 0..<raters {
            for second in (first + 1)..<max(raters, first + 1) {
                let pair = pair(first, second)
                let rated = pair.cells.indices.filter { pair.cells[$0].allSatisfy { $0 != nil } }
                let kappa = pair.cohenKappa(weights)
                guard let estimate = kappa.estimate, let values = pair.linearised(weights) else {
                    return .undefined(
                        self,
                        observed: percentAgreement,
                        why: "A pair of raters has no kappa, so their mean is undefined."
                    )
                }
                estimates.append(estimate)
                observed += (kappa.observed ?? 0) / Double(pairs)
                expected += (kappa.expected ?? 0) / Double(pairs)
                let weight = Double(units) / Double(rated.count) / Double(pairs)
                for (place, unit) in rated.enumerated() { ofUnit[unit] += values[place] * weight }
            }
        }
        let count = Double(units)
        let squares = ofUnit.reduce(0) { $0 + $1 * $1 }
        return AgreementCoefficient(
            estimate: estimates.reduce(0, +) / Double(pairs),
            standardError: units > 1 ? (squares / (count * (count - 1))).squareRoot() : nil,
            observed: observed,
            expected: expected,
            units: units,
            unitsRatedTwice: unitsRatedTwice
        )
    }

    /// The units that no rater passed over.
    var bothRated: Ratings { keeping { $0.allSatisfy { $0 != nil } } }

    /// For each unit that both rated how far it moves Cohen's kappa.
    private func linearised(_ weights: Matrix) -> [Double]? {
        let both = bothRated
        guard let observed = both.observedAgreement(weights) else { return nil }
        let (expected, ofUnit) = both.congerChance(weights)
        guard 1 - expected > 1e-12 else { return nil }
        let estimate = (observed.mean - expected) / (1 - expected)
        return ofUnit.indices.map { unit in
            (observed.ofUnit[unit] - expected) / (1 - expected)
                - 2 * (1 - estimate) * (ofUnit[unit] - expected) / (1 - expected) - estimate
        }
    }
}
