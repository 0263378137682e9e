/// Keeps the sums that must agree although they run over different leaves.
struct TieBook {
    /// What one step of disagreement costs; more than any change in margins.
    private static let cost = 20_000

    private var ofLeaf: [Int: [(tie: Int, sign: Int)]] = [:]
    private(set) var gaps: [Int] = []
    private let base: Int

    /// Whether there is nothing to keep.
    var isEmpty: Bool { gaps.isEmpty }

    init(_ problem: RoundingProblem, free: [Int32]) {
        base = problem.base
        for (index, tie) in problem.ties.enumerated() {
            var gap = 0
            for term in tie.terms {
                let leaf = Int(term.leaf)
                gap += term.sign * (problem.fixed[leaf] ?? problem.floor(problem.values[leaf]))
                ofLeaf[leaf, default: []].append((index, term.sign))
            }
            gaps.append(gap)
        }
    }

    func change(_ leaf: Int, _ step: Int) -> Int {
        var change = 0
        for (tie, sign) in ofLeaf[leaf] ?? [] {
            change += abs(gaps[tie] + sign * step) - abs(gaps[tie])
        }
        return change * TieBook.cost / base
    }

    mutating func turn(_ leaf: Int, _ step: Int) {
        for (tie, sign) in ofLeaf[leaf] ?? [] { gaps[tie] += sign * step }
    }
}
