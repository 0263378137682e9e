extension Ratings {
    /// Gwet's AC1 (2008), and AC2 with weights: chance agreement from units that are hard to rate,
    /// which keeps it meaningful when nearly all ratings are of one category.
    public func gwetAC(_ weights: Matrix) -> AgreementCoefficient {
        guard let observed = observedAgreement(weights) else {
            return .undefined(self, observed: nil, why: Self.noPairs)
        }
        guard categories.count > 1 else {
            return .undefined(
                self,
                observed: observed.mean,
                why: "There is one category only; name all categories that could be chosen."
            )
        }
        let size = Double(categories.count)
        let factor = weights.storage.reduce(0, +) / (size * (size - 1))
        let shares = prevalence
        let expected = factor * shares.reduce(0) { $0 + $1 * (1 - $1) }
        let ofUnit = counts.map { counts in
            factor * zip(counts, shares).reduce(0) { $0 + $1.0 * (1 - $1.1) }
                / counts.reduce(0, +)
        }
        return coefficient(observed, expected: expected, expectedOfUnit: ofUnit)
    }
}
