extension SurveyDesign {
    /// Rao and Wu's rescaling bootstrap (1988; weights as in Rao, Wu and Yue 1992).
    ///
    /// In each stratum of *n* units *m* = *n* − 1 are drawn with replacement; a unit drawn *r* times
    /// gets the factor 1 − λ + λ *r n*/*m* with λ = √(*m*(1 − *f*)/(*n* − 1)). Without correction
    /// (*f* = 0) that is *r n*/(*n* − 1), R's `subbootstrap`. Each replicate has a seed of its own
    /// made from `seed`, so that they can be made in any order.
    /// - `replicates`: how many, two or more.
    /// - `usesCorrection`: whether *f* is the sampling fraction of the first stage rather than 0.
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when a stratum with one unit is no `remove`
    ///   or `certainty`.
    /// - Complexity: O(units × replicates).
    public func bootstrap(
        replicates: Int,
        seed: UInt64,
        usesCorrection: Bool = false,
        aroundEstimate: Bool = false
    ) throws(StatisticsError) -> ReplicateDesign {
        precondition(replicates > 1)
        let stage = stages[0]
        let units = stage.stratumOfUnit.count
        var members = Array(repeating: [Int](), count: stage.sampledOfStratum.count)
        for unit in 0..<units { members[stage.stratumOfUnit[unit]].append(unit) }
        let mayBeLonely = lonelyUnits == .remove || lonelyUnits == .certainty
        guard mayBeLonely || members.allSatisfy({ $0.count > 1 }) else {
            throw .unsuited(expected: "two or more units in each stratum, or remove or certainty")
        }
        var factors = Matrix(rows: units, columns: replicates, filledWith: 1)
        var seeds = SeededGenerator(seed: seed)
        for replicate in 0..<replicates {
            var chance = SeededGenerator(seed: seeds.next())
            let offset = replicate * units
            for stratum in members where stratum.count > 1 {
                let drawn = Double(stratum.count)
                let size = stage.populationOfUnit[stratum[0]]
                let fraction = usesCorrection && size.isFinite ? drawn / size : 0
                let lambda = max(1 - fraction, 0).squareRoot()
                let step = lambda * drawn / (drawn - 1)
                for unit in stratum { factors.storage[offset + unit] = 1 - lambda }
                for _ in 1..<stratum.count {
                    factors.storage[offset + stratum[chance.index(below: stratum.count)]] += step
                }
            }
        }
        return ReplicateDesign(
            "Rao-Wu bootstrap",
            design: self,
            factors: factors,
            scales: Array(repeating: 1 / Double(replicates - 1), count: replicates),
            isAroundEstimate: aroundEstimate,
            degreesOfFreedom: degreesOfFreedom
        )
    }
}
