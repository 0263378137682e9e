/// The rounding as it stands: which leaves are up, and what every error costs.
///
/// Free leaves lie block by block. A block holds the leaves with the same prominent sums, such as
/// one category in the municipalities of one region: to round one of them up and another down
/// changes none of those sums. The margins of a leaf lie with the prominent ones last.
struct RoundingState {
    let base: Int
    /// The free leaves, block by block.
    private(set) var free: [Int32] = []
    /// Where each block begins in ``free``.
    private(set) var blocks: [Int32] = [0]
    /// Where the margins of each free leaf begin, in ``terms``.
    private(set) var starts: [Int32] = [0]
    /// Where its prominent margins begin.
    private(set) var middles: [Int32] = []
    /// The margins of the free leaves.
    private(set) var terms: [Int32] = []
    /// Whether each free leaf is rounded up.
    private(set) var isUp: [Bool]
    /// For each cell the place of its error in the costs of its class.
    private(set) var places: [Int32]
    /// The cost of each error, one class after another.
    private var costs: [Int32]
    /// The place of error zero of each cell's class.
    private let centres: [Int32]
    private let limits: [Int32]
    private let reach: Int
    private(set) var ties: TieBook

    init(_ problem: RoundingProblem, stream: inout KeyedStream) {
        base = problem.base
        var errors = [Int](repeating: 0, count: problem.cellCount)
        var order: [Int32] = []
        for leaf in problem.leafCells.indices {
            if problem.fixed[leaf] == nil { order.append(Int32(leaf)) }
            let printed = problem.fixed[leaf] ?? problem.floor(problem.values[leaf])
            let error = printed - problem.values[leaf]
            guard error != 0 else { continue }
            for margin in problem.margins(of: leaf) { errors[Int(margin)] += error }
        }
        // No error can leave these bounds: each leaf moves it by at most one base.
        let reach =
            Int(errors.map(\.magnitude).max() ?? 0) + problem.base * (order.count + 1)
        var costs: [Int32] = []
        var centres: [Int32] = []
        for kind in problem.classes {
            centres.append(Int32(costs.count + reach))
            for error in -reach...reach { costs.append(kind.cost(of: error)) }
        }
        self.costs = costs
        self.reach = reach
        self.centres = problem.classOfCell.map { centres[Int($0)] }
        limits = problem.classOfCell.map { Int32(problem.classes[Int($0)].limit) }
        places = errors.indices.map { cell in
            centres[Int(problem.classOfCell[cell])] + Int32(errors[cell])
        }
        ties = TieBook(problem, free: order)
        stream.shuffle(&order)
        let marks = order.map { problem.prominentMark(of: Int($0)) }
        for index in order.indices.sorted(by: { (marks[$0], $0) < (marks[$1], $1) }) {
            let leaf = order[index]
            if let last = free.last,
                problem.prominentMark(of: Int(last)) != marks[index]
            {
                blocks.append(Int32(free.count))
            }
            free.append(leaf)
            let own = problem.margins(of: Int(leaf))
            terms.append(contentsOf: own.filter { problem.classOfCell[Int($0)] != 2 })
            middles.append(Int32(terms.count))
            terms.append(contentsOf: own.filter { problem.classOfCell[Int($0)] == 2 })
            starts.append(Int32(terms.count))
        }
        if !free.isEmpty { blocks.append(Int32(free.count)) }
        isUp = Array(repeating: false, count: free.count)
    }

    /// The error of a cell as it stands.
    func error(_ cell: Int) -> Int32 { places[cell] - centres[cell] }

    /// Whether a cell's error is beyond the limit of its class.
    func isBeyond(_ cell: Int) -> Bool { error(cell).magnitude > limits[cell] }

    /// Makes errors beyond the limit cost more.
    mutating func harden(_ classes: [RoundingProblem.Class], overWeight: Int) {
        costs.removeAll(keepingCapacity: true)
        for kind in classes {
            let hard = RoundingProblem.Class(
                limit: kind.limit,
                weight: kind.weight,
                overWeight: overWeight
            )
            for error in -reach...reach { costs.append(hard.cost(of: error)) }
        }
    }

    /// What the cost changes when a leaf turns, all its sums taken together.
    @inline(__always)
    func change(_ leaf: Int) -> Int {
        let step = Int32(isUp[leaf] ? -base : base)
        let change = cost(of: Int(starts[leaf])..<Int(starts[leaf + 1]), step)
        return ties.isEmpty ? change : change + ties.change(Int(free[leaf]), Int(step))
    }

    /// What the cost of sums that are not prominent changes when a leaf turns.
    @inline(__always)
    func localChange(_ leaf: Int) -> Int {
        cost(of: Int(starts[leaf])..<Int(middles[leaf]), Int32(isUp[leaf] ? -base : base))
    }

    /// What the cost of prominent sums changes when one leaf of a block goes up or down.
    @inline(__always)
    func blockChange(_ block: Int, up: Bool) -> Int {
        let leaf = Int(blocks[block])
        return cost(
            of: Int(middles[leaf])..<Int(starts[leaf + 1]),
            Int32(up ? base : -base)
        )
    }

    @inline(__always)
    private func cost(of range: Range<Int>, _ step: Int32) -> Int {
        var change = 0
        for term in range {
            let place = places[Int(terms[term])]
            change += Int(costs[Int(place + step)] - costs[Int(place)])
        }
        return change
    }

    /// Turns a leaf, with all its sums.
    mutating func turn(_ leaf: Int) {
        let step = Int32(isUp[leaf] ? -base : base)
        move(Int(starts[leaf])..<Int(starts[leaf + 1]), step)
        if !ties.isEmpty { ties.turn(Int(free[leaf]), Int(step)) }
        isUp[leaf].toggle()
    }

    /// Turns a leaf but leaves its prominent sums as they are.
    @inline(__always)
    mutating func turnLocally(_ leaf: Int) {
        move(Int(starts[leaf])..<Int(middles[leaf]), Int32(isUp[leaf] ? -base : base))
        isUp[leaf].toggle()
    }

    /// Moves the prominent sums of a block by one leaf.
    mutating func moveBlock(_ block: Int, up: Bool) {
        let leaf = Int(blocks[block])
        move(Int(middles[leaf])..<Int(starts[leaf + 1]), Int32(up ? base : -base))
    }

    @inline(__always)
    private mutating func move(_ range: Range<Int>, _ step: Int32) {
        for term in range { places[Int(terms[term])] += step }
    }
}

extension RoundingProblem.Class {
    /// A squared error, and much more beyond the limit; straight on where squares grow too large.
    func cost(of error: Int) -> Int32 {
        let size = min(abs(error), 256)
        let over = max(0, size - limit)
        let near = weight * size * size + overWeight * over * over
        return Int32(min(near + 64 * (abs(error) - size), 1 << 26))
    }
}
