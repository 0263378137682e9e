import Domain

/// Which tables of a period are protected together, and at which levels they must agree.
///
/// Tables that count the same units have cells in common: those broken down by what they share.
/// These cells form a level; what is below is rounded within them. For each table the levels must
/// lie within each other, or no order of rounding would keep all of them.
struct UniversePlan {
    /// The tables, balances first and then by indicator.
    private(set) var grids: [UniverseGrid] = []
    /// Tables that do not fit.
    private(set) var refused: [(indicator: String, error: UniverseError)] = []
    /// The levels of each quantity: names in order.
    private(set) var levels: [String: Set<[String]>] = [:]
    /// Quantities that are not held in what should hold them: records say otherwise.
    private(set) var isLoose: Set<String> = []

    init(_ candidates: [UniverseGrid]) {
        let ordered = candidates.sorted {
            ($0.quantity == nil ? 0 : 1, $0.table.indicator)
                < ($1.quantity == nil ? 0 : 1, $1.table.indicator)
        }
        for grid in ordered {
            do throws(UniverseError) {
                let wider = try widened(by: grid)
                grids.append(grid)
                levels = wider
            } catch { refused.append((grid.table.indicator, error)) }
        }
    }

    /// The levels of a table, from the widest to the finest.
    func chain(_ grid: UniverseGrid) -> [[String]] {
        guard let quantity = grid.quantity else { return [] }
        return UniversePlan.chain(grid, levels[quantity] ?? [])
    }

    /// What holds the units of a table in the same cells, by what its records say too.
    func container(of grid: UniverseGrid) -> String? {
        guard let quantity = grid.quantity, !isLoose.contains(quantity) else { return nil }
        return grid.containerQuantity
    }

    private static func chain(_ grid: UniverseGrid, _ levels: Set<[String]>) -> [[String]] {
        levels.filter { Set($0).isSubset(of: grid.names) }
            .sorted {
                ($0.count, $0.joined(separator: ",")) < ($1.count, $1.joined(separator: ","))
            }
    }

    /// The levels with one table more.
    private mutating func widened(
        by grid: UniverseGrid
    ) throws(UniverseError) -> [String: Set<[String]>] {
        var wider = levels
        guard let quantity = grid.quantity else { return wider }
        for other in grids {
            let shared = grid.names.intersection(other.names).sorted()
            if other.quantity == quantity {
                try check(grid, other, at: shared)
                wider[quantity, default: []].insert(shared)
            } else if let whole = other.quantity,
                grid.containerQuantity == whole || other.containerQuantity == quantity,
                grid.atoms.names == other.atoms.names
            {
                try checkCodes(grid, other, at: shared)
                let (inner, outer) = grid.containerQuantity == whole ? (grid, other) : (other, grid)
                if zip(inner.values(at: shared), outer.values(at: shared)).contains(where: >) {
                    isLoose.insert(inner.quantity ?? "")
                }
                wider[quantity, default: []].insert(shared)
                wider[whole, default: []].insert(shared)
            } else if other.roles.whole == nil, other.roles.quantities.values.contains(quantity) {
                try check(grid, balance: other, at: shared)
                wider[quantity, default: []].insert(shared)
            }
        }
        for one in grids + [grid] {
            guard let own = one.quantity else { continue }
            let chain = UniversePlan.chain(one, wider[own] ?? [])
            for (left, right) in zip(chain, chain.dropFirst())
            where !Set(left).isSubset(of: right) {
                throw .crossingOverlaps(
                    indicator: grid.table.indicator,
                    one: left,
                    other: right
                )
            }
        }
        return wider
    }

    /// Whether two tables count the same in the cells that both have.
    private func check(
        _ grid: UniverseGrid,
        _ other: UniverseGrid,
        at level: [String]
    ) throws(UniverseError) {
        let names = (grid.table.indicator, other.table.indicator)
        try checkCodes(grid, other, at: level)
        let size = grid.size(of: level)
        for (place, pair) in zip(grid.values(at: level), other.values(at: level)).enumerated()
        where pair.0 != pair.1 {
            throw .otherUnits(
                indicator: names.0,
                other: names.1,
                cell: grid.atoms.names[place / size] + ", " + level.joined(separator: " × ")
            )
        }
    }

    /// Whether a table counts what one measure of a balance counts.
    private func check(
        _ grid: UniverseGrid,
        balance other: UniverseGrid,
        at level: [String]
    ) throws(UniverseError) {
        try checkCodes(grid, other, at: level)
        for side in other.sides {
            let own = side.leaves.filter { leaf in
                side.kinds[Int(leaf.kind)].part.map {
                    other.roles.quantities[$0] == grid.quantity
                } ?? false
            }
            guard !own.isEmpty else { continue }
            let sums = other.raised(own, of: side, to: level)
            let size = grid.size(of: level)
            for (place, pair) in zip(grid.values(at: level), sums).enumerated()
            where pair.0 != pair.1 {
                throw .otherUnits(
                    indicator: grid.table.indicator,
                    other: other.table.indicator,
                    cell: grid.atoms.names[place / size] + ", " + level.joined(separator: " × ")
                )
            }
        }
    }

    /// Whether two tables have the same areas, and the same codes in what they share.
    private func checkCodes(
        _ grid: UniverseGrid,
        _ other: UniverseGrid,
        at level: [String]
    ) throws(UniverseError) {
        guard grid.atoms.names == other.atoms.names, grid.codes(of: level) == other.codes(of: level)
        else {
            throw .otherUnits(
                indicator: grid.table.indicator,
                other: other.table.indicator,
                cell: "areas or codes"
            )
        }
    }
}
