extension SurveyDesign.Stage {
    /// Numbers the strata and units of a stage in the order of the rows, and checks them.
    init(
        strata: [String],
        units: [StageKey],
        parents: [Int]?,
        population: [Double]?,
        variesWithin: Bool,
        name: String
    ) throws(StatisticsError) {
        let count = units.count
        guard strata.count == count, population.map({ $0.count == count }) ?? true else {
            throw .unsuited(expected: "columns of one length")
        }
        var numberOfStratum: [String: Int] = [:]
        var numberOfUnit: [StageKey: Int] = [:]
        var names: [String] = []
        var sampled: [Int] = []
        var unitOfRow: [Int] = []
        var stratumOfUnit: [Int] = []
        var parentOfUnit: [Int] = []
        var rowOfUnit: [Int] = []
        var firstRow: [Int] = []
        for row in 0..<count {
            let stratum = numberOfStratum[strata[row]] ?? names.count
            if stratum == names.count {
                numberOfStratum[strata[row]] = stratum
                names.append(strata[row])
                sampled.append(0)
                firstRow.append(row)
            }
            let unit = numberOfUnit[units[row]] ?? stratumOfUnit.count
            if unit == stratumOfUnit.count {
                numberOfUnit[units[row]] = unit
                stratumOfUnit.append(stratum)
                parentOfUnit.append(parents?[row] ?? 0)
                rowOfUnit.append(row)
                sampled[stratum] += 1
            }
            unitOfRow.append(unit)
        }
        self.unitOfRow = unitOfRow
        self.stratumOfUnit = stratumOfUnit
        self.parentOfUnit = parentOfUnit
        sampledOfStratum = sampled
        stratumNames = names
        guard let population else {
            populationOfUnit = Array(repeating: .infinity, count: stratumOfUnit.count)
            return
        }
        let areFractions = population.allSatisfy { $0 <= 1 }
        var sizes: [Double] = []
        for (unit, row) in rowOfUnit.enumerated() {
            let drawn = Double(sampled[stratumOfUnit[unit]])
            let size = areFractions ? drawn / population[row] : population[row]
            // A fraction such as 15/757 gives back 757.0000000000001; that is no smaller sample.
            guard size >= drawn * (1 - 1e-9), population[row] > 0 else {
                throw .outOfRange(
                    row: row + 2,
                    column: name,
                    expected: "at least the number of units drawn, or a fraction above 0 up to 1"
                )
            }
            sizes.append(size)
        }
        for row in 0..<count {
            let unit = unitOfRow[row]
            let standard = variesWithin ? rowOfUnit[unit] : firstRow[stratumOfUnit[unit]]
            guard population[row] == population[standard] else {
                throw .outOfRange(
                    row: row + 2,
                    column: name,
                    expected: variesWithin
                        ? "one value in each unit" : "one value in each stratum"
                )
            }
        }
        populationOfUnit = sizes
    }
}
