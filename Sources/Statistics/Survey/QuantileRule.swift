/// How a quantile is read off weighted values, by the names of R's `svyquantile`.
public enum QuantileRule: String, Sendable, CaseIterable {
    /// The smallest value at which the weighted distribution reaches the probability.
    case math
    /// As `math`, halfway to the next value where the probability is hit exactly.
    case school
    /// Shah and Vaish: the largest value whose plotting position is not above the probability.
    case shahvaish
    /// Hyndman and Fan's type 4: straight lines between the steps of the distribution.
    case hf4
    /// Hyndman and Fan's type 5, weighted.
    case hf5
    /// Hyndman and Fan's type 6, weighted.
    case hf6
    /// Hyndman and Fan's type 7, weighted.
    case hf7
    /// Hyndman and Fan's type 8, weighted.
    case hf8
    /// Hyndman and Fan's type 9, weighted.
    case hf9
}

/// Values in order with their weights, ready for quantiles.
struct WeightedValues {
    let values: [Double]
    let weights: [Double]
    let cumulated: [Double]

    init(_ values: [Double], weights: [Double]) {
        let order = values.indices.filter { weights[$0] > 0 }
            .sorted { (values[$0], $0) < (values[$1], $1) }
        self.values = order.map { values[$0] }
        self.weights = order.map { weights[$0] }
        var sum = 0.0
        cumulated = self.weights.map { weight in
            sum += weight
            return sum
        }
    }

    /// The quantile; `nil` when there are no values.
    func quantile(_ p: Double, _ rule: QuantileRule) -> Double? {
        guard let total = cumulated.last, let first = values.first, let last = values.last else {
            return nil
        }
        let count = values.count
        guard count > 1 else { return first }
        switch rule {
        case .math, .school, .hf4:
            // A probability that is hit exactly would else be missed by the rounding of the sum.
            let slack = total * 1e-12
            let below = cumulated.lastIndex { $0 <= p * total + slack }
            guard let below else { return first }
            guard below + 1 < count else { return last }
            let low = values[below]
            let high = values[below + 1]
            let isHit = abs(cumulated[below] - p * total) <= slack
            switch rule {
            case .math: return isHit ? low : high
            case .school: return isHit ? (low + high) / 2 : high
            default:
                let share = (p * total - cumulated[below]) / weights[below + 1]
                return low * (1 - share) + high * share
            }
        case .shahvaish:
            let mean = total / Double(count)
            let position = positions { place in
                (cumulated[place] / mean + 0.5 - weights[place] / mean / 2) / Double(count + 1)
            }
            return values[position.lastIndex { $0 <= p } ?? 0]
        case .hf5: return interpolated(p) { (cumulated[$0] - weights[$0] / 2) / total }
        case .hf6: return interpolated(p) { cumulated[$0] / (total + weights[count - 1]) }
        case .hf7: return interpolated(p) { before($0) / cumulated[count - 2] }
        case .hf8:
            return interpolated(p) {
                (before($0) / 3 + cumulated[$0] * 2 / 3) / (total + weights[count - 1] / 3)
            }
        case .hf9:
            return interpolated(p) {
                (before($0) * 3 / 8 + cumulated[$0] * 5 / 8) / (total + weights[count - 1] / 4)
            }
        }
    }

    private func before(_ place: Int) -> Double { place == 0 ? 0 : cumulated[place - 1] }

    private func positions(_ position: (Int) -> Double) -> [Double] {
        values.indices.map(position)
    }

    private func interpolated(_ p: Double, _ position: (Int) -> Double) -> Double? {
        let positions = positions(position)
        guard let above = positions.firstIndex(where: { $0 >= p }) else { return values.last }
        guard above > 0 else { return values.first }
        let width = positions[above] - positions[above - 1]
        let share = width > 0 ? (p - positions[above - 1]) / width : 1
        return values[above - 1] * (1 - share) + values[above] * share
    }
}
