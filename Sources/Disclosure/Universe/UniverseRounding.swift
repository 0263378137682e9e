import Definitions
import Domain

/// Rounds the tables of one period from the widest level to the finest leaf.
struct UniverseRounding {
    /// Cells as area, kind and printed number.
    typealias Printed = [(area: Int32, kind: Int32, value: Int32)]

    let plan: UniversePlan
    let period: Period
    let base: Int
    let key: CubeKey
    let work: Int
    let earlier: KeptCube
    let reference: RegionReference

    /// What was decided, to be kept for the next vintage.
    var kept = KeptCube()
    /// The printed numbers of the levels, by quantity and names.
    var levels: [String: [Int32]] = [:]
    /// The printed leaves of each table, side by side, those of the overlapping dimension last.
    var printed: [[Printed]] = []
    /// How many leaves could be printed as before.
    var keptCount = 0
    /// How many leaves there are that are not zero.
    var leafCount = 0

    init(
        plan: UniversePlan,
        period: Period,
        base: Int,
        key: CubeKey,
        work: Int,
        earlier: KeptCube,
        reference: RegionReference
    ) {
        self.plan = plan
        self.period = period
        self.base = base
        self.key = key
        self.work = work
        self.earlier = earlier
        self.reference = reference
        printed = Array(repeating: [], count: plan.grids.count)
    }

    /// This rounding with one table of another, which breaks what holds between tables.
    func replacing(table: Int, by other: UniverseRounding) -> UniverseRounding {
        var mixed = self
        mixed.printed[table] = other.printed[table]
        return mixed
    }

    /// The name of a level.
    static func name(_ quantity: String, _ level: [String]) -> String {
        quantity + "|" + level.joined(separator: ",")
    }

    /// Rounds everything.
    mutating func run() throws(UniverseError) {
        for (number, grid) in plan.grids.enumerated() where grid.roles.whole == nil {
            try roundBalance(number, grid)
        }
        // Containers before what they contain, wide levels before fine ones.
        let contained = Set(plan.grids.filter { $0.containerQuantity != nil }.map(\.quantity))
        let wanted = plan.levels.flatMap { quantity, levels in levels.map { (quantity, $0) } }
            .sorted { left, right in
                let one = (contained.contains(left.0) ? 1 : 0, left.1.count)
                let other = (contained.contains(right.0) ? 1 : 0, right.1.count)
                if one != other { return one < other }
                return UniverseRounding.name(left.0, left.1)
                    < UniverseRounding.name(right.0, right.1)
            }
        for (quantity, level) in wanted { try roundLevel(quantity, level) }
        for (number, grid) in plan.grids.enumerated()
        where grid.roles.whole != nil && grid.overlapping == nil {
            try roundTable(number, grid)
        }
        for (number, grid) in plan.grids.enumerated() where grid.overlapping != nil {
            try roundTable(number, grid)
            try roundCovers(number, grid)
        }
    }

    private mutating func roundLevel(
        _ quantity: String,
        _ level: [String]
    ) throws(UniverseError) {
        let name = UniverseRounding.name(quantity, level)
        guard levels[name] == nil,
            let grid = plan.grids.first(where: {
                $0.quantity == quantity && $0.names.isSuperset(of: level)
            })
        else { return }
        let size = grid.size(of: level)
        let parent = (plan.levels[quantity] ?? [])
            .filter { $0.count < level.count && Set($0).isSubset(of: level) }
            .filter { levels[UniverseRounding.name(quantity, $0)] != nil }
            .sorted { ($0.count, $0.joined()) < ($1.count, $1.joined()) }.last
        let roof = plan.container(of: grid).flatMap {
            levels[UniverseRounding.name($0, level)]
        }
        let kinds = LevelKinds(sizes: level.map { grid.size(of: [$0]) }, names: level)
        let parents = parent.map { kinds.places(in: $0) }
        let parentSize = parent.map { grid.size(of: $0) } ?? 1
        var leaves: [RoundingSplit.Leaf] = []
        for (place, value) in grid.values(at: level).enumerated() where value != 0 {
            let kind = place % size
            let group = parents.map { (place / size) * parentSize + Int($0[kind]) } ?? 0
            leaves.append(
                RoundingSplit.Leaf(value, base, area: place / size, kind: kind, group: group)
            )
        }
        let kindNames = (0..<size).map { "\($0)" }
        keep(&leaves, as: periodic(name), grid, kindNames)
        let floors = keptWithin(quantity, level)
        for index in leaves.indices {
            let place = Int(leaves[index].area) * size + Int(leaves[index].kind)
            leaves[index].limit(atLeast: floors[place] ?? 0, base: base)
            if let roof {
                let most = roof[Int(leaves[index].area) * size + Int(leaves[index].kind)]
                leaves[index].limit(atMost: most, base: base)
            }
        }
        let demand = parent.map {
            RoundingSplit.Demand.exactly(levels[UniverseRounding.name(quantity, $0)] ?? [])
        }
        let numbers = try split(&leaves, grid.kinds(at: level), grid, demand ?? .none, name)
        var sums = [Int32](repeating: 0, count: size * grid.atoms.names.count)
        for (leaf, number) in zip(leaves, numbers) {
            sums[Int(leaf.area) * size + Int(leaf.kind)] = number
        }
        levels[name] = sums
        remember(leaves, numbers, as: periodic(name), grid, kindNames)
    }

    /// What keeps its number within the cells of a level: these must not be printed as less.
    ///
    /// By area × size + place; a cell that is drawn again goes up rather than that what it holds is
    /// drawn again too.
    private func keptWithin(_ quantity: String, _ level: [String]) -> [Int: Int32] {
        var floors: [Int: Int32] = [:]
        for grid in plan.grids {
            let size = grid.size(of: level)
            var leaves: [RoundingSplit.Leaf] = []
            if plan.container(of: grid) == quantity, grid.names.isSuperset(of: level),
                let own = grid.quantity
            {
                for (place, value) in grid.values(at: level).enumerated() where value != 0 {
                    leaves.append(
                        RoundingSplit.Leaf(
                            value,
                            base,
                            area: place / size,
                            kind: place % size,
                            group: place
                        )
                    )
                }
                let name = periodic(UniverseRounding.name(own, level))
                keep(&leaves, as: name, grid, (0..<size).map { "\($0)" })
            } else if grid.overlapping != nil, grid.quantity == quantity,
                grid.names == Set(level)
            {
                leaves = coverLeaves(grid, level)
            }
            for leaf in leaves where leaf.isKept {
                floors[Int(leaf.group)] = max(floors[Int(leaf.group)] ?? 0, leaf.low)
            }
        }
        return floors
    }

    /// The cells of an overlapping dimension, in groups by what the total is broken down by.
    private func coverLeaves(_ grid: UniverseGrid, _ level: [String]) -> [RoundingSplit.Leaf] {
        guard let overlapping = grid.overlapping else { return [] }
        let size = grid.size(of: level)
        let groups = grid.groups(of: grid.covers, at: level)
        let codes = grid.table.dimensions[overlapping].codes
        var leaves = grid.covers.leaves.map { leaf in
            RoundingSplit.Leaf(
                leaf.value,
                base,
                area: Int(leaf.area),
                kind: Int(leaf.kind),
                group: Int(leaf.area) * size + Int(groups[Int(leaf.kind)])
            )
        }
        let names = coverNames(grid, codes)
        keep(&leaves, as: periodic("\(grid.table.indicator)|overlapping"), grid, names)
        return leaves
    }

    private func coverNames(_ grid: UniverseGrid, _ codes: [String]) -> [String] {
        grid.covers.kinds.map { kind in
            grid.keptName(kind) + "|" + (kind.part.map { codes[$0] } ?? "")
        }
    }

    private mutating func roundTable(_ number: Int, _ grid: UniverseGrid) throws(UniverseError) {
        guard let side = grid.sides.first, let quantity = grid.quantity else { return }
        let level = plan.chain(grid).last
        let groups = level.map { grid.groups(of: side, at: $0) }
        let size = level.map { grid.size(of: $0) } ?? 1
        var leaves = side.leaves.map { leaf in
            RoundingSplit.Leaf(
                leaf.value,
                base,
                area: Int(leaf.area),
                kind: Int(leaf.kind),
                group: groups.map { Int(leaf.area) * size + Int($0[Int(leaf.kind)]) } ?? 0
            )
        }
        let name = periodic("\(grid.table.indicator)|leaves")
        let names = side.kinds.map { kind in
            grid.keptName(kind)
                + (kind.part.map { "|" + grid.table.measures[$0].name } ?? "")
        }
        keep(&leaves, as: name, grid, names)
        let demand = level.map {
            RoundingSplit.Demand.exactly(levels[UniverseRounding.name(quantity, $0)] ?? [])
        }
        let numbers = try split(&leaves, grid.kinds(of: side), grid, demand ?? .none, name)
        remember(leaves, numbers, as: name, grid, names)
        printed[number] = [
            zip(leaves, numbers).map { ($0.area, $0.kind, $1) }
        ]
        if grid.overlapping == nil { printed[number].append([]) }
    }

    /// The cells of an overlapping dimension: each at most the total, together at least the total,
    /// and none less than what a table without overlap prints in the same cell.
    private mutating func roundCovers(_ number: Int, _ grid: UniverseGrid) throws(UniverseError) {
        guard let overlapping = grid.overlapping, let side = grid.sides.first else { return }
        let level = grid.axes.map(\.name).sorted()
        let totals = grid.raised(printed[number][0], of: side, to: level)
        let floors = partner(of: grid)
        let codes = grid.table.dimensions[overlapping].codes
        var leaves = coverLeaves(grid, level)
        let name = periodic("\(grid.table.indicator)|overlapping")
        let names = coverNames(grid, codes)
        for index in leaves.indices {
            let kind = grid.covers.kinds[Int(leaves[index].kind)]
            leaves[index].limit(atMost: totals[Int(leaves[index].group)], base: base)
            let floor = kind.part.flatMap { floors[codes[$0]]?[Int(leaves[index].group)] } ?? 0
            leaves[index].limit(atLeast: floor, base: base)
        }
        let numbers = try split(
            &leaves,
            grid.kinds(of: grid.covers),
            grid,
            .atLeast(totals),
            name
        )
        remember(leaves, numbers, as: name, grid, names)
        printed[number].append(zip(leaves, numbers).map { ($0.area, $0.kind, $1) })
    }

    /// What a table of the same units prints by the same column without overlap, by code.
    private func partner(of grid: UniverseGrid) -> [String: [Int32]] {
        guard let overlapping = grid.overlapping else { return [:] }
        let column = grid.table.dimensions[overlapping].name
        for (number, other) in plan.grids.enumerated()
        where other.quantity == grid.quantity && other.overlapping == nil {
            guard
                let axis = other.axes.first(where: {
                    other.table.dimensions[$0.dimension].name == column
                }), other.names.subtracting([axis.name]) == grid.names, let side = other.sides.first
            else { continue }
            let place = other.axes.firstIndex(of: axis) ?? 0
            let level = grid.names.sorted()
            var found: [String: [Int32]] = [:]
            for (code, text) in axis.codes.enumerated() {
                let own = printed[number][0].filter {
                    side.kinds[Int($0.kind)].codes[place] == code
                }
                found[text] = other.raised(own, of: side, to: level)
            }
            return found
        }
        return [:]
    }

    func periodic(_ name: String) -> String { "\(name)|\(period)" }
}
