extension Ratings {
    /// Krippendorff's alpha: 1 − observed ÷ expected disagreement, over units with two or more
    /// ratings; Krippendorff 2011, "Computing Krippendorff's alpha-reliability".
    ///
    /// The standard error is Gwet's (2014, §5.4) with the distances taken as given; for ordinal
    /// ratings they depend on the sample too, which it does not see.
    public func krippendorffAlpha(_ level: AlphaLevel) -> AgreementCoefficient {
        let pairable = keeping { $0.count { $0 != nil } > 1 }
        let counts = pairable.counts
        guard !counts.isEmpty else {
            return .undefined(self, observed: nil, why: Self.noPairs)
        }
        let rated = counts.map { $0.reduce(0, +) }
        let count = Double(counts.count)
        let all = rated.reduce(0, +)
        let meanRated = all / count
        var frequencies = Array(repeating: 0.0, count: categories.count)
        for unit in counts {
            for place in frequencies.indices { frequencies[place] += unit[place] }
        }
        let distances = level.distances(scores: scores, frequencies: frequencies)
        let furthest = distances.storage.max() ?? 0
        var weights = distances
        for place in weights.storage.indices {
            weights.storage[place] =
                furthest > 0 ? 1 - distances.storage[place] / furthest : 1
        }
        let shares = frequencies.map { $0 / all }
        let means = weights * shares
        let expected = zip(shares, means).reduce(0) { $0 + $1.0 * $1.1 }
        let epsilon = 1 / all
        var ofUnit = counts.indices.map { unit -> Double in
            let weighted = weights * counts[unit]
            var agreeing = 0.0
            for place in frequencies.indices {
                agreeing += counts[unit][place] * (weighted[place] - 1)
            }
            return agreeing / (meanRated * (rated[unit] - 1))
        }
        let bare = ofUnit.reduce(0, +) / count
        let observed = (1 - epsilon) * bare + epsilon
        guard 1 - expected > 1e-12 else {
            return .undefined(
                pairable,
                observed: percentAgreement,
                why: "All ratings are of one category, so alpha is undefined."
            )
        }
        let estimate = (observed - expected) / (1 - expected)
        let bareEstimate = (bare - expected) / (1 - expected)
        var squares = 0.0
        for unit in counts.indices {
            let excess = (rated[unit] - meanRated) / meanRated
            ofUnit[unit] -= observed * excess
            let own = zip(counts[unit], means).reduce(0) { $0 + $1.0 * $1.1 } / meanRated
            let chance = own - expected * excess
            let deviation =
                (ofUnit[unit] - expected) / (1 - expected)
                - 2 * (1 - bareEstimate) * (chance - expected) / (1 - expected) - bareEstimate
            squares += deviation * deviation
        }
        return AgreementCoefficient(
            estimate: estimate,
            standardError: count > 1 ? (squares / (count * (count - 1))).squareRoot() : nil,
            observed: observed,
            expected: expected,
            units: counts.count,
            unitsRatedTwice: counts.count,
            warnings: count > 1 ? [] : ["One unit gives no standard error."]
        )
    }
}
