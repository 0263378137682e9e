/// Whole numbers under published, rounded ones: a cell and the parts it is the sum of.
///
/// Published cells are each rounded by themselves and do not add up. The solver finds, from the
/// leaves up, between which bounds a sum can lie while every part still rounds to its own cell, and
/// then chooses from the top down.
indirect enum MarginTree {
    /// A cell without parts, between bounds.
    case leaf(ClosedRange<Int>)
    /// A cell that is the sum of its parts.
    case sum(ClosedRange<Int>, [MarginTree])

    /// The numbers that round half up to a published multiple of five.
    static func roundsTo(_ published: Int) -> ClosedRange<Int> {
        max(0, published - 2)...(published + 2)
    }

    /// Between which bounds the cell can lie, or `nil` when its parts contradict it.
    var bounds: ClosedRange<Int>? {
        switch self {
        case .leaf(let own): return own
        case .sum(let own, let parts):
            var low = 0
            var high = 0
            for part in parts {
                guard let bounds = part.bounds else { return nil }
                low += bounds.lowerBound
                high += bounds.upperBound
            }
            guard max(low, own.lowerBound) <= min(high, own.upperBound) else { return nil }
            return max(low, own.lowerBound)...min(high, own.upperBound)
        }
    }

    /// Chooses a number for every leaf, in order, so that each cell lies in its bounds.
    ///
    /// The total is the number of the cell itself; without one it is drawn.
    func solve(total: Int? = nil, _ random: inout SeededRandom) -> [Int]? {
        guard let bounds, bounds.contains(total ?? bounds.lowerBound) else { return nil }
        let chosen =
            total ?? Int(random.between(Int32(bounds.lowerBound), Int32(bounds.upperBound)))
        guard case .sum(_, let parts) = self else { return [chosen] }
        var ranges = parts.compactMap(\.bounds)
        guard ranges.count == parts.count else { return nil }
        var leaves: [Int] = []
        var left = chosen
        for part in parts {
            let range = ranges.removeFirst()
            let restLow = ranges.reduce(0) { $0 + $1.lowerBound }
            let restHigh = ranges.reduce(0) { $0 + $1.upperBound }
            let low = max(range.lowerBound, left - restHigh)
            let high = min(range.upperBound, left - restLow)
            guard low <= high else { return nil }
            let number = Int(random.between(Int32(low), Int32(high)))
            guard let below = part.solve(total: number, &random) else { return nil }
            leaves += below
            left -= number
        }
        return leaves
    }
}
