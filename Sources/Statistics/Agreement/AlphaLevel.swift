/// The level of measurement that Krippendorff's alpha takes ratings to be on.
public enum AlphaLevel: String, Sendable, CaseIterable {
    /// Names only.
    case nominal
    /// Ranks: distance by the ratings between two categories.
    case ordinal
    /// Numbers whose differences count.
    case interval
    /// Numbers whose proportions count.
    case ratio

    /// The squared distance between each two categories; Krippendorff 2011.
    ///
    /// - `scores`: the number each category stands for.
    /// - `frequencies`: how many pairable ratings each has.
    func distances(scores: [Double], frequencies: [Double]) -> Matrix {
        var distances = Matrix(rows: scores.count, columns: scores.count)
        for row in scores.indices {
            for column in scores.indices where row != column {
                let difference = scores[row] - scores[column]
                let sum = scores[row] + scores[column]
                switch self {
                case .nominal: distances[row, column] = 1
                case .interval: distances[row, column] = difference * difference
                case .ratio:
                    distances[row, column] = sum == 0 ? 0 : (difference / sum) * (difference / sum)
                case .ordinal:
                    let between = frequencies[min(row, column)...max(row, column)].reduce(0, +)
                    let distance = between - (frequencies[row] + frequencies[column]) / 2
                    distances[row, column] = distance * distance
                }
            }
        }
        return distances
    }
}
