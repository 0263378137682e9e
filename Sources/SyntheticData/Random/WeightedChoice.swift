/// A choice between numbered possibilities with whole-number weights.
struct WeightedChoice: Sendable {
    private let cumulative: [Int]

    /// The sum of the weights.
    var total: Int { cumulative.last ?? 0 }

    init(_ weights: [Int]) {
        var sum = 0
        cumulative = weights.map { weight in
            sum += weight
            return sum
        }
    }

    /// The number of the chosen possibility.
    func pick(_ random: inout SeededRandom) -> Int {
        let drawn = random.below(total)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > drawn { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
