extension Ratings {
    /// Conger's kappa (1980): chance agreement from each rater's own shares; with two raters it is
    /// Cohen's.
    public func congerKappa(_ weights: Matrix) -> AgreementCoefficient {
        guard let observed = observedAgreement(weights) else {
            return .undefined(self, observed: nil, why: Self.noPairs)
        }
        guard (0..<raters).allSatisfy({ rater in cells.contains { $0[rater] != nil } }) else {
            return .undefined(
                self,
                observed: observed.mean,
                why: "A rater rated nothing, so chance agreement is undefined; leave the rater out."
            )
        }
        let (expected, ofUnit) = congerChance(weights)
        return coefficient(observed, expected: expected, expectedOfUnit: ofUnit)
    }

    /// Chance agreement, and what each unit adds to it (Gwet 2014, §5.3).
    func congerChance(_ weights: Matrix) -> (expected: Double, ofUnit: [Double]) {
        let size = categories.count
        var rated = Array(repeating: 0.0, count: raters)
        var shares = Matrix(rows: raters, columns: size)
        for unit in cells {
            for (rater, place) in unit.enumerated() {
                guard let place else { continue }
                rated[rater] += 1
                shares[rater, place] += 1
            }
        }
        for rater in 0..<raters where rated[rater] > 0 {
            for place in 0..<size { shares[rater, place] /= rated[rater] }
        }
        let many = Double(raters)
        let means = (0..<size).map { place in
            (0..<raters).reduce(0) { $0 + shares[$1, place] } / many
        }
        var expected = 0.0
        for row in 0..<size {
            for column in 0..<size {
                var product = 0.0
                for rater in 0..<raters { product += shares[rater, row] * shares[rater, column] }
                let spread = (product - many * means[row] * means[column]) / (many - 1)
                expected += weights[row, column] * (means[row] * means[column] - spread / many)
            }
        }
        let count = Double(units)
        let ofUnit = cells.map { unit -> Double in
            var sum = 0.0
            for row in 0..<size {
                for rater in 0..<raters where rated[rater] > 0 {
                    var own = 0.0
                    let presence = (unit[rater] == nil ? 0 : 1) - rated[rater] / count
                    for column in 0..<size {
                        let isChosen = unit[rater] == column ? 1.0 : 0
                        own += weights[row, column] * (isChosen - presence * shares[rater, column])
                    }
                    sum +=
                        own * count / rated[rater] * (many * means[row] - shares[rater, row])
                }
            }
            return sum / (many * (many - 1))
        }
        return (expected, ofUnit)
    }

    /// The units whose ratings meet a condition.
    func keeping(_ condition: ([Int?]) -> Bool) -> Ratings {
        Ratings(categories: categories, cells: cells.filter(condition), raters: raters)
    }
}
