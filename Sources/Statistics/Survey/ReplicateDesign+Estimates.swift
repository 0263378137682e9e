extension ReplicateDesign {
    /// Totals, and their covariance over the replicates.
    public func total(_ variables: [[Double]]) -> SurveyEstimates {
        estimates(replicateTotals(variables)) { $0 }
    }

    /// Means, and their covariance over the replicates.
    public func mean(_ variables: [[Double]]) -> SurveyEstimates {
        let ones = Array(repeating: 1.0, count: weights.count)
        return estimates(replicateTotals(variables + [ones])) { totals in
            let size = totals[totals.count - 1]
            return totals.dropLast().map { $0 / size }
        }
    }

    /// The ratio of two totals, and its variance over the replicates.
    public func ratio(_ numerator: [Double], _ denominator: [Double]) -> SurveyEstimates {
        estimates(replicateTotals([numerator, denominator])) { [$0[0] / $0[1]] }
    }

    /// Any statistic of weights, and its covariance over the replicates.
    ///
    /// - `statistic`: the estimates from one weight a row.
    public func estimates(of statistic: ([Double]) -> [Double]) -> SurveyEstimates {
        var found = [statistic(weights)]
        for replicate in 0..<replicates {
            found.append(
                statistic(
                    weights.indices.map { row in
                        weights[row] * factors.storage[replicate * factors.rows + unitOfRow[row]]
                    }
                )
            )
        }
        return estimates(found) { $0 }
    }

    /// The totals with the sampling weights, then with each replicate's.
    ///
    /// Rows are added up to units once; a replicate then takes units × variables operations,
    /// eight variables at a time.
    private func replicateTotals(_ variables: [[Double]]) -> [[Double]] {
        let units = factors.rows
        let groups = (variables.count + 7) / 8
        var totals = Array(repeating: SIMD8<Double>(), count: units * groups)
        for (variable, values) in variables.enumerated() {
            precondition(values.count == weights.count)
            for (row, unit) in unitOfRow.enumerated() where weights[row] != 0 {
                totals[unit * groups + variable / 8][variable % 8] += values[row] * weights[row]
            }
        }
        var found: [[Double]] = []
        found.reserveCapacity(replicates + 1)
        var sums = Array(repeating: SIMD8<Double>(), count: groups)
        for replicate in -1..<replicates {
            for group in 0..<groups { sums[group] = SIMD8() }
            for unit in 0..<units {
                let factor = replicate < 0 ? 1 : factors.storage[replicate * units + unit]
                if factor == 0 { continue }
                let spread = SIMD8(repeating: factor)
                for group in 0..<groups { sums[group] += spread * totals[unit * groups + group] }
            }
            found.append(variables.indices.map { sums[$0 / 8][$0 % 8] })
        }
        return found
    }

    private func estimates(
        _ totals: [[Double]],
        _ transform: ([Double]) -> [Double]
    ) -> SurveyEstimates {
        let all = totals.map(transform)
        let full = all[0]
        let width = full.count
        let defined = (1..<all.count).filter { all[$0].allSatisfy(\.isFinite) }
        var warnings: [String] = []
        if defined.count < replicates {
            warnings.append(
                "\(replicates - defined.count) of \(replicates) replicates gave nothing and were "
                    + "left out."
            )
        }
        var centre = full
        if !isAroundEstimate {
            let counted = defined.filter { scales[$0 - 1] > 0 }
            for column in 0..<width {
                centre[column] =
                    counted.reduce(0) { $0 + all[$1][column] } / Double(counted.count)
            }
        }
        var covariance = Matrix(rows: width, columns: width)
        for replicate in defined {
            let scale = scales[replicate - 1]
            for left in 0..<width {
                let deviation = (all[replicate][left] - centre[left]) * scale
                for right in 0..<width {
                    covariance[left, right] += deviation * (all[replicate][right] - centre[right])
                }
            }
        }
        let isKnown = !defined.isEmpty
        if !isKnown { warnings.append("No replicate gave an estimate, so there is no variance.") }
        return SurveyEstimates(
            estimates: full.indices.map { place in
                SurveyEstimate(
                    estimate: full[place].isFinite ? full[place] : nil,
                    variance: isKnown ? covariance[place, place] : nil,
                    degreesOfFreedom: degreesOfFreedom,
                    rows: weights.count { $0 != 0 }
                )
            },
            covariance: isKnown ? covariance : nil,
            warnings: warnings
        )
    }
}
