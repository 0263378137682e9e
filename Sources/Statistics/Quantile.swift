/// Quantiles of a list of numbers.
enum Quantile {
    /// R's default: linear between order statistics, `(n − 1) p` steps from the first.
    static func type7(_ values: [Double], _ p: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        let place = Double(sorted.count - 1) * p
        let low = Int(place.rounded(.down))
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }

    /// The middle value, or the mean of the two in the middle.
    static func median(_ values: [Double]) -> Double { type7(values, 0.5) }
}

/// Ranks of a list of numbers.
enum Ranks {
    /// Ranks from 1; equal numbers share the mean of theirs.
    static func average(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = Array(repeating: 0.0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
