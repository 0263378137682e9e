/// Searches a rounding of the leaves whose sums stay close to the true ones.
///
/// From coarse to fine, each by simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983): first
/// how many leaves of each block go up, judged by the prominent sums; then which, by exchanging one
/// that is up for one that is down in its block, judged by the other sums; at the end single leaves,
/// judged by all. The work is counted in sweeps and never in time, so that every machine gives the
/// same bytes.
struct RoundingSearch {
    private let problem: RoundingProblem
    private let limits: CubeLimits
    private var stream: KeyedStream
    private var state: RoundingState

    init(_ problem: RoundingProblem, key: CubeKey) {
        self.problem = problem
        limits = problem.limits
        stream = KeyedStream(key, purpose: "rounding")
        state = RoundingState(problem, stream: &stream)
    }

    /// Searches for a number of sweeps over all free leaves.
    ///
    /// - Returns: the printed number of each leaf.
    mutating func run(sweeps: Int) -> [Int] {
        if state.ties.isEmpty {
            spread(sweeps: sweeps * limits.spreadSweeps)
            exchange(sweeps: sweeps)
            turnSingly(sweeps: max(4, sweeps / 8), hot: limits.cold * 4)
            descend()
            repair(rounds: 30 + sweeps / 8)
        } else {
            // Sums over different leaves must agree: only the whole picture can judge that.
            turnSingly(sweeps: sweeps * 2, hot: limits.hot)
            descend()
        }
        return printed()
    }

    /// The heat of a sweep: cooling by a straight line in the square root, in whole numbers.
    private func heat(_ sweep: Int, of sweeps: Int, from hot: Int) -> Int {
        let left = sweeps - sweep
        return limits.cold + (hot - limits.cold) * left / sweeps * left / sweeps
    }

    /// Whether a change for the worse is accepted: with probability exp(−change / heat).
    @inline(__always)
    private mutating func accepts(_ change: Int, _ heat: Int, _ quantiles: [Int]) -> Bool {
        if change <= 0 { return true }
        guard change < heat * 6 else { return false }
        return change << 16 <= heat * quantiles[Int(stream.byte())]
    }

    /// Decides how many leaves of each block go up.
    private mutating func spread(sweeps: Int) {
        let quantiles = ExponentialQuantiles.table
        let count = state.blocks.count - 1
        guard count > 0 else { return }
        let sizes = (0..<count).map { Int(state.blocks[$0 + 1] - state.blocks[$0]) }
        // Twice the number that would go up if each went to its nearest side in expectation.
        let fair = (0..<count).map { block in
            (state.blocks[block]..<state.blocks[block + 1]).reduce(0) { sum, leaf in
                let own = Int(state.free[Int(leaf)])
                return sum + problem.values[own] - problem.floor(problem.values[own])
            }
        }
        var ups = [Int](repeating: 0, count: count)
        func strain(_ block: Int, _ up: Int) -> Int {
            let gap = up * problem.base - fair[block]
            return gap * gap * limits.blockWeight
        }
        for block in 0..<count {
            let wanted = min(sizes[block], fair[block] / problem.base)
            while ups[block] < wanted {
                state.moveBlock(block, up: true)
                ups[block] += 1
            }
        }
        let kin = BlockKin(state)
        for sweep in 0..<sweeps {
            let heat = heat(sweep, of: sweeps, from: limits.spreadHot)
            for block in 0..<count {
                let bits = stream.short()
                var up = bits & 1 == 1
                if ups[block] == 0 { up = true }
                if ups[block] == sizes[block] { up = false }
                let next = ups[block] + (up ? 1 : -1)
                guard next >= 0, next <= sizes[block] else { continue }
                let alone =
                    state.blockChange(block, up: up) + strain(block, next)
                    - strain(block, ups[block])
                if bits & 6 == 0 {
                    guard accepts(alone, heat, quantiles) else { continue }
                    state.moveBlock(block, up: up)
                    ups[block] = next
                    continue
                }
                // A block against another that shares sums with it.
                let other = kin.partner(of: block, Int(bits >> 3), Int(stream.short()))
                let back = ups[other] + (up ? -1 : 1)
                guard other != block, back >= 0, back <= sizes[other] else { continue }
                state.moveBlock(block, up: up)
                let change =
                    alone + state.blockChange(other, up: !up) + strain(other, back)
                    - strain(other, ups[other])
                if accepts(change, heat, quantiles) {
                    state.moveBlock(other, up: !up)
                    ups[block] = next
                    ups[other] = back
                } else {
                    state.moveBlock(block, up: !up)
                }
            }
        }
        for block in 0..<count {
            // Those nearest to their upper side go up; among equals the order of the key decides.
            let own = (Int(state.blocks[block])..<Int(state.blocks[block + 1])).sorted {
                (rest($1), $0) < (rest($0), $1)
            }
            for leaf in own.prefix(ups[block]) { state.turnLocally(leaf) }
        }
    }

    /// How far a leaf lies above the multiple below it.
    private func rest(_ leaf: Int) -> Int {
        let value = problem.values[Int(state.free[leaf])]
        return value - problem.floor(value)
    }

    /// Exchanges leaves within blocks.
    private mutating func exchange(sweeps: Int) {
        let quantiles = ExponentialQuantiles.table
        for sweep in 0..<sweeps {
            let heat = heat(sweep, of: sweeps, from: limits.hot)
            for block in 0..<state.blocks.count - 1 {
                let first = Int(state.blocks[block])
                let size = Int(state.blocks[block + 1]) - first
                guard size > 1 else { continue }
                let stride = 1 + Int(stream.short()) % (size - 1)
                for place in 0..<size {
                    let leaf = first + place
                    var other = leaf + stride
                    if other >= first + size { other -= size }
                    guard state.isUp[leaf] != state.isUp[other] else { continue }
                    let before = state.localChange(leaf)
                    state.turnLocally(leaf)
                    let change = before + state.localChange(other)
                    if accepts(change, heat, quantiles) {
                        state.turnLocally(other)
                    } else {
                        state.turnLocally(leaf)
                    }
                }
            }
        }
    }

    /// Turns single leaves.
    private mutating func turnSingly(sweeps: Int, hot: Int) {
        let quantiles = ExponentialQuantiles.table
        for sweep in 0..<sweeps {
            let heat = heat(sweep, of: sweeps, from: hot)
            for leaf in state.free.indices
            where accepts(state.change(leaf), heat, quantiles) {
                state.turn(leaf)
            }
        }
    }

    /// Turns leaves as long as that lowers the cost.
    private mutating func descend() {
        for _ in 0..<50 {
            var turned = false
            for leaf in state.free.indices where state.change(leaf) < 0 {
                state.turn(leaf)
                turned = true
            }
            guard turned else { break }
        }
    }

    /// Works on sums beyond their limit alone: for each the best turn, or exchange, of a leaf in it.
    private mutating func repair(rounds: Int) {
        state.harden(problem.classes, overWeight: limits.repairWeight)
        var placeOfLeaf = [Int32](repeating: -1, count: problem.leafCells.count)
        for (place, leaf) in state.free.enumerated() { placeOfLeaf[Int(leaf)] = Int32(place) }
        var blockOf = [Int32](repeating: 0, count: state.free.count)
        for block in 0..<max(0, state.blocks.count - 1) {
            for leaf in state.blocks[block]..<state.blocks[block + 1] {
                blockOf[Int(leaf)] = Int32(block)
            }
        }
        let margins = (0..<problem.cellCount).filter { problem.classOfCell[$0] != 0 }
        for _ in 0..<rounds {
            let broken = margins.filter { state.isBeyond($0) }
            guard !broken.isEmpty else { break }
            for margin in broken where state.isBeyond(margin) {
                let isTooHigh = state.error(margin) > 0
                let own = problem.leaves(of: margin)
                let offset = stream.below(own.count)
                var best: (change: Int, leaf: Int, other: Int?) = (Int.max, 0, nil)
                var tried = 0
                for place in 0..<own.count where tried < 48 {
                    let turned = own.startIndex + (place + offset) % own.count
                    let leaf = Int(placeOfLeaf[Int(own[turned])])
                    guard leaf >= 0, state.isUp[leaf] == isTooHigh else { continue }
                    tried += 1
                    let alone = state.change(leaf)
                    if alone < best.change { best = (alone, leaf, nil) }
                    state.turn(leaf)
                    let block = Int(blockOf[leaf])
                    for other in Int(state.blocks[block])..<Int(state.blocks[block + 1])
                    where other != leaf && state.isUp[other] != isTooHigh {
                        let change = alone + state.change(other)
                        if change < best.change { best = (change, leaf, other) }
                    }
                    state.turn(leaf)
                }
                guard tried > 0, best.change <= 0 || stream.byte() < 24 else { continue }
                state.turn(best.leaf)
                if let other = best.other { state.turn(other) }
            }
        }
    }

    private func printed() -> [Int] {
        var printed = problem.values.indices.map { leaf in
            problem.fixed[leaf] ?? problem.floor(problem.values[leaf])
        }
        for (index, leaf) in state.free.enumerated() where state.isUp[index] {
            printed[Int(leaf)] += problem.base
        }
        return printed
    }
}
