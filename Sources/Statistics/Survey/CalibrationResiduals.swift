/// What a calibration takes away from influence values before their variance is computed.
///
/// A calibrated estimate varies as its residuals from the calibration variables do (Deville and
/// Särndal 1992, result 5); each case holds what those residuals need.
public enum CalibrationResiduals: Sendable {
    /// Residuals of a weighted regression: the scaled calibration variables, and for each row the
    /// factor that turns an influence value into the scale of that regression.
    case regression(Matrix, scale: [Double])

    /// Residuals from the means of post-strata, under the weights before and after.
    case postStrata(cellOfRow: [Int], before: [Double], after: [Double])

    /// Residuals from the means of several margins at once, under the weights after raking.
    case raking(cellsOfRow: [[Int]], weights: [Double])

    /// Replaces each column by its residuals.
    func takeResiduals(of columns: inout [[Double]]) {
        switch self {
        case .regression(let variables, let scale):
            for place in columns.indices {
                let scaled = zip(columns[place], scale).map { $1 == 0 ? 0 : $0 / $1 }
                guard let fit = variables.leastSquares(scaled) else { continue }
                let fitted = variables * fit.solution
                for row in scale.indices {
                    columns[place][row] = (scaled[row] - fitted[row]) * scale[row]
                }
            }
        case .postStrata(let cells, let before, let after):
            for place in columns.indices {
                Self.centre(&columns[place], cells, before: before, after: after)
            }
        case .raking(let margins, let weights):
            for place in columns.indices { Self.sweep(&columns[place], margins, weights) }
        }
    }

    /// Takes the mean of influence ÷ weight away within each cell.
    private static func centre(
        _ column: inout [Double],
        _ cells: [Int],
        before: [Double],
        after: [Double]
    ) {
        let count = (cells.max() ?? -1) + 1
        var sums = Array(repeating: 0.0, count: count)
        var sizes = sums
        for (row, cell) in cells.enumerated() where after[row] != 0 {
            sums[cell] += column[row] * before[row] / after[row]
            sizes[cell] += before[row]
        }
        for (row, cell) in cells.enumerated() where after[row] != 0 {
            column[row] -= sums[cell] / sizes[cell] * after[row]
        }
    }

    /// Takes the means of each margin away in turn until nothing is left to take.
    private static func sweep(_ column: inout [Double], _ margins: [[Int]], _ weights: [Double]) {
        let ones = Array(repeating: 1.0, count: weights.count)
        let size = column.reduce(0) { max($0, abs($1)) }
        for _ in 0..<200 {
            let earlier = column
            for cells in margins { centre(&column, cells, before: ones, after: weights) }
            let moved = zip(earlier, column).reduce(0) { max($0, abs($1.0 - $1.1)) }
            if moved <= size * 1e-13 { return }
        }
    }
}
