/// Probabilities that two units are drawn together, for designs that draw with unequal chances.
///
/// Held as Δ̌ = (π_ij − π_i π_j) ÷ π_ij, which is all that the variances need. Units of different
/// strata are drawn independently, so there it is 0.
public struct JointInclusion: Sendable {
    /// Where joint probabilities that nobody kept are taken from.
    public enum Approximation: Sendable, Equatable {
        /// π_i π_j (*n* − 1) ÷ (*n* − (π_i + π_j)/2); Overton 1985, R's `overton`.
        case overton
        /// Hartley and Rao 1962, with Σπ² ÷ *n* over the population, or, when not known, the mean
        /// probability of the sample in its place.
        case hartleyRao(meanSquare: Double?)
    }

    /// Δ̌ for each pair of units.
    public let checked: Matrix

    /// Joint probabilities as they were in the design; the diagonal holds those of single units.
    ///
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when one is not above 0 and at most 1.
    public init(joint: Matrix) throws(StatisticsError) {
        guard joint.rows == joint.columns, joint.storage.allSatisfy({ $0 > 0 && $0 <= 1 }) else {
            throw .unsuited(expected: "a probability above 0, at most 1, for each pair of units")
        }
        var checked = joint
        for row in 0..<joint.rows {
            for column in 0..<joint.rows {
                let both = joint[row, column]
                checked[row, column] = (both - joint[row, row] * joint[column, column]) / both
            }
            checked[row, row] = 1 - joint[row, row]
        }
        self.checked = checked
    }

    /// Joint probabilities worked out from those of single units.
    public init(
        probabilities: [Double],
        strata: [Int],
        _ approximation: Approximation
    ) throws(StatisticsError) {
        guard probabilities.allSatisfy({ $0 > 0 && $0 <= 1 }) else {
            throw .unsuited(expected: "a probability above 0, at most 1, for each unit")
        }
        let count = probabilities.count
        var sizes: [Int: Double] = [:]
        var sums: [Int: Double] = [:]
        for (unit, stratum) in strata.enumerated() {
            sizes[stratum, default: 0] += 1
            sums[stratum, default: 0] += probabilities[unit]
        }
        var checked = Matrix(rows: count, columns: count)
        for row in 0..<count {
            let n = sizes[strata[row]] ?? 1
            for column in 0..<count where strata[column] == strata[row] && column != row {
                let both = probabilities[row] + probabilities[column]
                let left: Double
                switch approximation {
                case .overton: left = n - both / 2
                case .hartleyRao(let meanSquare):
                    left = n - both + (meanSquare ?? (sums[strata[row]] ?? 0) / n)
                }
                checked[row, column] = 1 - left / (n - 1)
            }
            checked[row, row] = 1 - probabilities[row]
        }
        self.checked = checked
    }

    /// How the variance is put together from Δ̌.
    public enum Form: String, Sendable, CaseIterable {
        /// Horvitz and Thompson 1952.
        case horvitzThompson = "horvitz-thompson"
        /// Sen 1953, Yates and Grundy 1953; for designs of a fixed size.
        case senYatesGrundy = "sen-yates-grundy"
    }

    /// The covariance of totals of influence values of units, which may be negative.
    ///
    /// - `columns`: for each estimate one value a unit, divided by its probability.
    public func covariance(ofTotals columns: [[Double]], _ form: Form) -> Matrix {
        let width = columns.count
        var sum = Matrix(rows: width, columns: width)
        for left in 0..<width {
            for right in left..<width {
                var total = 0.0
                for column in 0..<checked.columns {
                    var inner = 0.0
                    for row in 0..<checked.rows {
                        let value =
                            form == .horvitzThompson
                            ? columns[left][row]
                            : columns[left][row] - columns[left][column]
                        inner += checked[row, column] * value
                    }
                    total += inner * columns[right][column]
                }
                sum[left, right] = total
                sum[right, left] = total
            }
        }
        return sum
    }
}
