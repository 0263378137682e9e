extension SurveyDesign {
    /// A covariance matrix with what must be known about it.
    public struct Covariance: Sendable {
        /// Variances on the diagonal; `nil` when a lonely unit forbids it.
        public let matrix: Matrix?

        /// Whole sentences.
        public let warnings: [String]
    }

    /// The covariance of the totals of influence values.
    ///
    /// At each stage, with *n* of *N* units drawn in a stratum and *t* the total of a unit:
    /// (1 − *n*/*N*) *n*/(*n* − 1) Σ (*t* − *t̄*)². Later stages count for the product of the
    /// sampling fractions before them (Särndal et al. 1992, result 4.3.1, with unbiased variances
    /// at each stage), as in R's `svyrecvar`.
    /// - `columns`: for each estimate one value a row, weight included.
    /// - Complexity: O(rows × columns²).
    public func covariance(ofTotals columns: [[Double]]) -> Covariance {
        var columns = columns
        for calibration in calibrations { calibration.takeResiduals(of: &columns) }
        var sum = Matrix(rows: columns.count, columns: columns.count)
        var warnings: [String] = []
        var factorOfParent = [1.0]
        let taken = varianceStages == .ultimateCluster ? stages.prefix(1) : stages[...]
        for (place, stage) in taken.enumerated() {
            guard factorOfParent.contains(where: { $0 != 0 }) else { break }
            let isScreened = place == 1 && screening != nil
            let found =
                isScreened
                ? screenedCovariance(of: columns, factorOfParent)
                : covariance(at: stage, of: columns, factorOfParent, &warnings)
            guard let added = found else {
                warnings.append(
                    "A stratum has only one unit at stage \(place + 1), so the variance is "
                        + "undefined; choose adjust, average, certainty or remove."
                )
                return Covariance(matrix: nil, warnings: warnings)
            }
            for index in sum.storage.indices { sum.storage[index] += added.storage[index] }
            factorOfParent = stage.stratumOfUnit.indices.map { unit in
                let drawn = Double(stage.sampledOfStratum[stage.stratumOfUnit[unit]])
                let size = stage.populationOfUnit[unit]
                let fraction = size.isFinite ? drawn / size : 0
                return factorOfParent[stage.parentOfUnit[unit]] * fraction
            }
        }
        return Covariance(matrix: sum, warnings: warnings)
    }

    private func covariance(
        at stage: Stage,
        of columns: [[Double]],
        _ factorOfParent: [Double],
        _ warnings: inout [String]
    ) -> Matrix? {
        let width = columns.count
        let unitCount = stage.stratumOfUnit.count
        var totals = Matrix(rows: unitCount, columns: width)
        for (column, values) in columns.enumerated() {
            let offset = column * unitCount
            for (row, unit) in stage.unitOfRow.enumerated() {
                totals.storage[offset + unit] += values[row]
            }
        }
        var unitsOfStratum = Array(repeating: [Int](), count: stage.sampledOfStratum.count)
        for (unit, stratum) in stage.stratumOfUnit.enumerated() {
            unitsOfStratum[stratum].append(unit)
        }
        var ofParent: [Int: ParentSum] = [:]
        for units in unitsOfStratum {
            let parent = stage.parentOfUnit[units[0]]
            if factorOfParent[parent] == 0 { continue }
            var part = ofParent[parent] ?? ParentSum(width: width)
            part.strata += 1
            let drawn = Double(units.count)
            let corrections = units.map { unit -> Double in
                let size = stage.populationOfUnit[unit]
                return size.isFinite ? max((size - drawn) / size, 0) : 1
            }
            // A stratum seen whole adds nothing, however few its units.
            if corrections.allSatisfy({ $0 < 1e-7 }) {
                ofParent[parent] = part
                continue
            }
            let isLonely = units.count == 1
            if isLonely, lonelyUnits == .fail { return nil }
            if isLonely, lonelyUnits == .average {
                part.lonely += 1
                ofParent[parent] = part
                continue
            }
            let isCentred = !(isLonely && lonelyUnits == .adjust)
            let scale = isLonely ? 1 : drawn / (drawn - 1)
            part.add(totals, units, corrections.map { $0 * scale }, isCentred: isCentred)
            ofParent[parent] = part
        }
        var sum = Matrix(rows: width, columns: width)
        for (parent, part) in ofParent.sorted(by: { $0.key < $1.key }) {
            if part.lonely == part.strata { return nil }
            let spread = Double(part.strata) / Double(part.strata - part.lonely)
            for index in sum.storage.indices {
                sum.storage[index] += part.sum.storage[index] * spread * factorOfParent[parent]
            }
        }
        return sum
    }
}

/// The variance within one unit of the stage before, over its strata.
private struct ParentSum {
    var sum: Matrix
    var strata = 0
    var lonely = 0

    init(width: Int) { sum = Matrix(rows: width, columns: width) }

    mutating func add(_ totals: Matrix, _ units: [Int], _ scales: [Double], isCentred: Bool) {
        let width = totals.columns
        var centred = Matrix(rows: units.count, columns: width)
        for column in 0..<width {
            var mean = 0.0
            if isCentred {
                for unit in units { mean += totals[unit, column] }
                mean /= Double(units.count)
            }
            for (place, unit) in units.enumerated() {
                centred[place, column] = totals[unit, column] - mean
            }
        }
        for left in 0..<width {
            for right in left..<width {
                var product = 0.0
                for place in units.indices {
                    product += centred[place, left] * centred[place, right] * scales[place]
                }
                sum[left, right] += product
                if left != right { sum[right, left] += product }
            }
        }
    }
}
