extension SurveyDesign {
    /// A design with weights that meet known totals.
    ///
    /// Solves Σ *w g*(*xᵀλ*) *x* = totals by Newton's method with halved steps; Deville and Särndal
    /// 1992. The linear function without bounds is the generalised regression estimator (GREG).
    /// - `variables`: for each variable one value a row; a column of ones for the size of the
    ///   population.
    /// - `totals`: the known totals of the variables in the population.
    /// - `function`: how weights may move.
    /// - `tolerance`: how far a total may stay off, relative to 1 + its size.
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when no weights within the bounds meet the
    ///   totals.
    public func calibrated(
        to totals: [Double],
        of variables: [[Double]],
        _ function: CalibrationFunction = .linear(lower: -.infinity, upper: .infinity),
        tolerance: Double = 1e-11
    ) throws(StatisticsError) -> SurveyDesign {
        guard totals.count == variables.count, !totals.isEmpty else {
            throw .unsuited(expected: "one total for each calibration variable")
        }
        let factors = try factors(totals, variables, function, tolerance)
        var design = self
        var scaled = Matrix(rows: count, columns: variables.count)
        for (column, values) in variables.enumerated() {
            for row in 0..<count {
                scaled[row, column] = values[row] * weights[row].squareRoot()
            }
        }
        let scale = (0..<count).map { factors[$0] * weights[$0].squareRoot() }
        for row in 0..<count { design.weights[row] *= factors[row] }
        design.calibrations.append(.regression(scaled, scale: scale))
        return design
    }

    private func factors(
        _ totals: [Double],
        _ variables: [[Double]],
        _ function: CalibrationFunction,
        _ tolerance: Double
    ) throws(StatisticsError) -> [Double] {
        let width = variables.count
        var multipliers = Array(repeating: 0.0, count: width)
        func predictor(_ multipliers: [Double]) -> [Double] {
            var sums = Array(repeating: 0.0, count: count)
            for (column, values) in variables.enumerated() {
                for row in 0..<count { sums[row] += values[row] * multipliers[column] }
            }
            return sums
        }
        func misfit(_ factors: [Double]) -> [Double] {
            variables.indices.map { column in
                var total = totals[column]
                for row in 0..<count {
                    total -= weights[row] * factors[row] * variables[column][row]
                }
                return total
            }
        }
        func size(_ misfit: [Double]) -> Double {
            zip(misfit, totals).map { abs($0) / (1 + abs($1)) }.max() ?? 0
        }
        var predicted = predictor(multipliers)
        var factors = predicted.map(function.factor)
        var left = misfit(factors)
        for _ in 0..<100 {
            if size(left) < tolerance { return factors }
            var slopes = Matrix(rows: width, columns: width)
            for row in 0..<count {
                let slope = function.slope(predicted[row]) * weights[row]
                if slope == 0 { continue }
                for first in 0..<width {
                    for second in 0..<width {
                        slopes[first, second] +=
                            slope * variables[first][row] * variables[second][row]
                    }
                }
            }
            guard let step = slopes.leastSquares(left)?.solution else { break }
            var length = 1.0
            while true {
                let next = zip(multipliers, step).map { $0 + length * $1 }
                let nextPredicted = predictor(next)
                let nextFactors = nextPredicted.map(function.factor)
                let nextLeft = misfit(nextFactors)
                let isBetter = nextFactors.allSatisfy(\.isFinite) && size(nextLeft) < size(left)
                if isBetter || length < 1e-4 {
                    if !isBetter && size(left) < 1e-9 { return factors }
                    multipliers = next
                    predicted = nextPredicted
                    factors = nextFactors
                    left = nextLeft
                    break
                }
                length /= 2
            }
        }
        if size(left) < 1e-9 { return factors }
        throw .unsuited(
            expected: "totals that weights within the bounds can meet; the calibration found none"
        )
    }
}
