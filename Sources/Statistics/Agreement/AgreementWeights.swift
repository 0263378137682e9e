import Foundation

/// How much two different ratings still agree: 1 for the same, less the further apart.
///
/// Gwet, *Handbook of Inter-Rater Reliability* (4th ed. 2014), ch. 3; R `irrCAC`.
public enum AgreementWeights: String, Sendable, CaseIterable {
    /// Only the same rating agrees.
    case identity
    /// 1 − |distance| ÷ the greatest.
    case linear
    /// 1 − distance² ÷ the greatest.
    case quadratic
    /// By the number of pairs of categories from one to the other.
    case ordinal
    /// 1 − √|distance| ÷ the greatest.
    case radical
    /// 1 − (difference ÷ sum)² ÷ the greatest.
    case ratio
    /// 1 − (sine of the share of a circle)² ÷ the greatest.
    case circular
    /// 1 − distance² ÷ (distances to both ends) ÷ the greatest.
    case bipolar

    /// The weights between categories of these scores.
    public func matrix(scores: [Double]) -> Matrix {
        let count = scores.count
        guard count > 1, self != .identity else {
            return Matrix(diagonal: Array(repeating: 1, count: count))
        }
        let least = scores.min() ?? 0
        let greatest = scores.max() ?? 0
        var distances = Matrix(rows: count, columns: count)
        for row in 0..<count {
            for column in 0..<count where row != column {
                let difference = scores[row] - scores[column]
                let sum = scores[row] + scores[column]
                distances[row, column] =
                    switch self {
                    case .identity: 1
                    case .linear: abs(difference)
                    case .quadratic: difference * difference
                    case .ordinal: Self.pairs(abs(row - column) + 1)
                    case .radical: abs(difference).squareRoot()
                    case .ratio: (difference / sum) * (difference / sum)
                    case .circular: Self.arc(difference / (greatest - least + 1))
                    case .bipolar:
                        difference * difference
                            / ((sum - 2 * least) * (2 * greatest - sum))
                    }
            }
        }
        let furthest = distances.storage.max() ?? 0
        var weights = distances
        for place in weights.storage.indices {
            weights.storage[place] = 1 - distances.storage[place] / furthest
        }
        return weights
    }

    private static func pairs(_ count: Int) -> Double { Double(count * (count - 1)) / 2 }

    private static func arc(_ share: Double) -> Double {
        let sine = sin(.pi * share)
        return sine * sine
    }
}
