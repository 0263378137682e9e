extension SurveyDesign {
    /// Replicates that leave out one primary unit at a time: JK1 without strata, JKn with.
    ///
    /// The others of its stratum get *n*/(*n* − 1); deviations count for (1 − *f*)(*n* − 1)/*n*.
    /// Later stages are not looked at. A stratum with one unit follows ``lonelyUnits``; `average`
    /// scales the rest up by units ÷ replicates, as R does.
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when a lonely unit forbids it.
    public func jackknife(aroundEstimate: Bool = false) throws(StatisticsError) -> ReplicateDesign {
        let stage = stages[0]
        let units = stage.stratumOfUnit.count
        let strata = stage.sampledOfStratum.count
        var columns: [[Double]] = []
        var scales: [Double] = []
        for stratum in 0..<strata {
            let members = (0..<units).filter { stage.stratumOfUnit[$0] == stratum }
            let drawn = Double(members.count)
            let size = stage.populationOfUnit[members[0]]
            let correction = size.isFinite ? max((size - drawn) / size, 0) : 1
            if members.count == 1, correction > 1e-7 {
                switch lonelyUnits {
                case .fail:
                    throw .unsuited(expected: "two or more units in each stratum, or a lonely rule")
                case .average, .certainty, .remove: continue
                case .adjust:
                    var column = Array(
                        repeating: Double(strata) / Double(strata - 1),
                        count: units
                    )
                    column[members[0]] = 0
                    columns.append(column)
                    scales.append(Double(strata - 1) / Double(strata))
                    continue
                }
            }
            // A stratum seen whole has replicates that count for nothing.
            if members.count == 1 { continue }
            for left in members {
                var column = Array(repeating: 1.0, count: units)
                for unit in members { column[unit] = unit == left ? 0 : drawn / (drawn - 1) }
                columns.append(column)
                scales.append(correction * (drawn - 1) / drawn)
            }
        }
        guard !columns.isEmpty else {
            throw .unsuited(expected: "a stratum with two or more units")
        }
        if lonelyUnits == .average {
            let spread = Double(units) / Double(columns.count)
            scales = scales.map { $0 * spread }
        }
        var factors = Matrix(rows: units, columns: columns.count)
        for (place, column) in columns.enumerated() {
            factors.storage.replaceSubrange(place * units..<(place + 1) * units, with: column)
        }
        return ReplicateDesign(
            strata == 1 ? "JK1" : "JKn",
            design: self,
            factors: factors,
            scales: scales,
            isAroundEstimate: aroundEstimate,
            degreesOfFreedom: degreesOfFreedom
        )
    }
}
