/// Decides for the cells of one level which go up and which go down, so that the sums in which they
/// stand stay close to the true ones.
///
/// Where the level above is printed already, each group of cells has its sum given: then one cell
/// goes up for every one that comes down in its group. Simulated annealing (Kirkpatrick, Gelatt and
/// Vecchi, 1983) with the work counted in looks at a sum and never in time, so that every machine
/// gives the same bytes.
struct RoundingSplit {
    /// A cell to decide on.
    struct Leaf {
        /// Its area.
        var area: Int32
        /// Its kind: what it counts, apart from the area.
        var kind: Int32
        /// Its true count.
        var value: Int32
        /// The group in which it stands.
        var group: Int32
        /// What it is printed as when it does not go up.
        var low: Int32
        /// Whether it may go up by one base.
        var isFree: Bool
        /// Whether it keeps what it was printed as before.
        var isKept = false
    }

    /// The sums in which a cell of each kind stands within the block of a region.
    struct Kinds {
        private(set) var starts: [Int32] = [0]
        private(set) var spots: [Int32] = []
        /// The number of places in the block of a region.
        let blockSize: Int

        init(blockSize: Int) { self.blockSize = blockSize }

        mutating func append(_ own: [Int32]) {
            spots += own
            starts.append(Int32(spots.count))
        }
    }

    /// What must hold within a group.
    enum Demand {
        /// Nothing.
        case none
        /// The printed sum of each group, by group.
        case exactly([Int32])
        /// The least printed sum of each group, by group.
        case atLeast([Int32])
    }

    private let base: Int32
    private let kinds: Kinds
    private let areaStarts: [Int32]
    private let areaRows: [Int32]
    private let isLarger: [Bool]
    private var errors: [Int32]
    private static let reach: Int32 = 160
    /// What each error costs, in sums of small areas and then in those of larger ones.
    private let costs =
        RoundingSplit.costTable(limit: 8, weight: 1) + RoundingSplit.costTable(limit: 4, weight: 3)

    init(base: Int, kinds: Kinds, areas: [[Int32]], isLarger: [Bool]) {
        self.base = Int32(base)
        self.kinds = kinds
        var starts: [Int32] = [0]
        for area in areas { starts.append((starts.last ?? 0) + Int32(area.count)) }
        areaStarts = starts
        areaRows = areas.flatMap { $0 }
        self.isLarger = isLarger
        errors = Array(repeating: 0, count: isLarger.count * kinds.blockSize)
    }

    private static func costTable(limit: Int32, weight: Int32) -> [Int32] {
        (-reach...reach).map { error in
            let size = abs(error)
            let over = max(0, size - limit)
            return weight * size * size + 12 * over * over
        }
    }

    /// Searches.
    ///
    /// - Parameters:
    ///   - leaves: the cells; those that are not free, or kept, stay.
    ///   - demand: what must hold within groups.
    ///   - work: how many looks at a sum may be spent.
    ///   - stream: the chance that the key gives.
    /// - Returns: what each cell is printed as, or `nil` where the demand cannot be met.
    mutating func run(
        _ leaves: inout [Leaf],
        demand: Demand,
        work: Int,
        stream: inout KeyedStream
    ) -> [Int32]? {
        var isUp = [Bool](repeating: false, count: leaves.count)
        guard var groups = Groups(&leaves, demand, base: base, stream: &stream, isUp: &isUp) else {
            return nil
        }
        for (index, leaf) in leaves.enumerated() {
            let printed = leaf.low + (isUp[index] ? base : 0)
            if printed != leaf.value { shift(leaf, by: printed - leaf.value) }
        }
        let cost = leaves.reduce(0) { sum, leaf in
            sum + (leaf.isFree ? width(leaf) : 0)
        }
        let sweeps = cost == 0 ? 0 : max(4, min(80, work / (cost * 2)))
        // What begins well and has little time is not shaken up first.
        let hot = sweeps < 40 ? 40 : 200
        for sweep in 0..<sweeps {
            let left = sweeps - 1 - sweep
            let heat = 3 + hot * left / sweeps * left / sweeps
            groups.sweep { first, second in
                let one = leaves[first]
                let step = isUp[first] ? -base : base
                var change = self.change(one, by: step)
                shift(one, by: step)
                if let second { change += self.change(leaves[second], by: -step) }
                if RoundingSplit.accepts(change, heat, &stream) {
                    isUp[first].toggle()
                    if let second {
                        shift(leaves[second], by: -step)
                        isUp[second].toggle()
                    }
                    return true
                }
                shift(one, by: -step)
                return false
            } chance: { bound in
                stream.below(bound)
            }
        }
        return leaves.indices.map { leaves[$0].low + (isUp[$0] ? base : 0) }
    }

    private func width(_ leaf: Leaf) -> Int {
        Int(areaStarts[Int(leaf.area) + 1] - areaStarts[Int(leaf.area)])
            * Int(kinds.starts[Int(leaf.kind) + 1] - kinds.starts[Int(leaf.kind)])
    }

    /// Whether a change for the worse is accepted: with probability exp(−change / heat).
    private static func accepts(_ change: Int, _ heat: Int, _ stream: inout KeyedStream) -> Bool {
        if change <= 0 { return true }
        guard change < heat * 6 else { return false }
        return change << 16 <= heat * ExponentialQuantiles.table[Int(stream.byte())]
    }

    /// What the cost of all its sums changes when a cell moves.
    @inline(__always)
    private func change(_ leaf: Leaf, by step: Int32) -> Int {
        var sum = 0
        for place in areaStarts[Int(leaf.area)]..<areaStarts[Int(leaf.area) + 1] {
            let row = Int(areaRows[Int(place)])
            let start = row * kinds.blockSize
            let table = isLarger[row] ? 2 * Int(RoundingSplit.reach) + 1 : 0
            for spot in kinds.starts[Int(leaf.kind)]..<kinds.starts[Int(leaf.kind) + 1] {
                let error = errors[start + Int(kinds.spots[Int(spot)])]
                let now = RoundingSplit.place(error)
                let then = RoundingSplit.place(error + step)
                sum += Int(costs[table + then] - costs[table + now])
            }
        }
        return sum
    }

    @inline(__always)
    private static func place(_ error: Int32) -> Int {
        Int(max(-reach, min(reach, error)) + reach)
    }

    /// Moves a cell with all its sums.
    @inline(__always)
    private mutating func shift(_ leaf: Leaf, by step: Int32) {
        for place in areaStarts[Int(leaf.area)]..<areaStarts[Int(leaf.area) + 1] {
            let start = Int(areaRows[Int(place)]) * kinds.blockSize
            for spot in kinds.starts[Int(leaf.kind)]..<kinds.starts[Int(leaf.kind) + 1] {
                errors[start + Int(kinds.spots[Int(spot)])] += step
            }
        }
    }
}
