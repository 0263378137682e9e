extension SurveyDesign {
    /// Balanced repeated replication: half-samples of a design with two units in each stratum.
    ///
    /// A unit gets 2 − ρ or ρ by a Hadamard matrix (Sylvester's), so that strata vary independently
    /// of each other; ρ = 0 is BRR (McCarthy 1966), ρ above 0 Fay's method (Judkins 1990), whose
    /// deviations count for 1 ÷ (1 − ρ)². There is no finite population correction.
    /// - `rho`: from 0 up to 1, without 1.
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when a stratum has not two units.
    public func balancedHalves(
        rho: Double = 0,
        aroundEstimate: Bool = false
    ) throws(StatisticsError) -> ReplicateDesign {
        let stage = stages[0]
        guard stage.sampledOfStratum.allSatisfy({ $0 == 2 }) else {
            throw .unsuited(expected: "two units in each stratum")
        }
        precondition(rho >= 0 && rho < 1)
        let strata = stage.sampledOfStratum.count
        var order = 4
        while order < strata + 1 { order *= 2 }
        let units = stage.stratumOfUnit.count
        var isFirst = Array(repeating: false, count: units)
        var seen = Set<Int>()
        for unit in 0..<units { isFirst[unit] = seen.insert(stage.stratumOfUnit[unit]).inserted }
        var factors = Matrix(rows: units, columns: order)
        for replicate in 0..<order {
            for unit in 0..<units {
                // Sylvester's entry is the parity of the common bits; row 0 is constant, so unused.
                let common = replicate & (stage.stratumOfUnit[unit] + 1)
                let isChosen = (common.nonzeroBitCount % 2 == 0) == isFirst[unit]
                factors[unit, replicate] = isChosen ? 2 - rho : rho
            }
        }
        let scale = 1 / (Double(order) * (1 - rho) * (1 - rho))
        return ReplicateDesign(
            rho == 0 ? "BRR" : "Fay \(rho)",
            design: self,
            factors: factors,
            scales: Array(repeating: scale, count: order),
            isAroundEstimate: aroundEstimate,
            degreesOfFreedom: degreesOfFreedom
        )
    }
}
