import Definitions
import Domain

@testable import Disclosure

/// All that an outsider has of some vintages, as a system for the attacker: every printed cell,
/// every sum, every link between tables, and what came out of a merger.
struct ReleasedSystem {
    /// The areas with any unit; of all others it is taken as known that they have none, which only
    /// makes the outsider stronger.
    private let areas: Set<String>
    private(set) var system: CellSystem
    private var names: [String] = []
    /// The leaves of each vintage, by table, area and kind.
    private var leaves: [[String: (area: String, rest: String, cell: Int)]] = []

    init(
        _ vintages: [(plan: UniversePlan, rounding: UniverseRounding)],
        reference: RegionReference,
        boundaries: [Int],
        isUnchanged: Bool
    ) {
        system = CellSystem(labels: GivenLabels(cells: []))
        areas = Set(
            vintages.flatMap { vintage in
                vintage.plan.grids.flatMap { grid in
                    (grid.sides + [grid.covers]).flatMap { side in
                        side.leaves.map { grid.atoms.names[Int($0.area)] }
                    }
                }
            }
        )
        for (number, vintage) in vintages.enumerated() {
            add(vintage.plan, vintage.rounding, number)
        }
        for later in leaves.indices.dropFirst() {
            link(later, reference, boundaries[later], isUnchanged)
        }
        var named = CellSystem(labels: GivenLabels(cells: names))
        for index in 0..<system.cellCount {
            named.addCell(system.knowledge[index], kind: system.kinds[index])
        }
        for relation in 0..<system.relationCount {
            named.addRelation(
                system.terms(of: relation).map {
                    (cell: Int(system.cells[$0]), coefficient: Int(system.coefficients[$0]))
                }
            )
        }
        system = named
    }

    private mutating func cell(
        _ name: String,
        _ knowledge: CellKnowledge,
        kind: CellSystem.Kind = .count
    ) -> Int {
        names.append(name)
        return system.addCell(knowledge, kind: kind)
    }

    private mutating func add(
        _ plan: UniversePlan,
        _ rounding: UniverseRounding,
        _ number: Int
    ) {
        var levels: [String: [Int]] = [:]
        var own: [String: (area: String, rest: String, cell: Int)] = [:]
        var overlapping: [(grid: UniverseGrid, cells: [[Int]])] = []
        for (quantity, all) in plan.levels.sorted(by: { $0.key < $1.key }) {
            for level in all.sorted(by: { $0.count < $1.count }) {
                let name = UniverseRounding.name(quantity, level)
                let all = rounding.levels[name] ?? []
                let names = plan.grids.first?.atoms.names ?? []
                levels[name] = all.enumerated().map { place, value in
                    guard areas.contains(names[place / (all.count / names.count)]) else {
                        return -1
                    }
                    return cell(
                        "\(number) \(name) \(place)",
                        .rounded(Int(value), base: 5, mode: .adjacent)
                    )
                }
            }
        }
        for (index, grid) in plan.grids.enumerated() {
            var tableCells: [[Int]] = []
            for (sideNumber, side) in (grid.sides + [grid.covers]).enumerated() {
                var printed = [Int](
                    repeating: 0,
                    count: grid.atoms.names.count * side.kinds.count
                )
                for leaf in rounding.printed[index][sideNumber] {
                    printed[Int(leaf.area) * side.kinds.count + Int(leaf.kind)] = Int(leaf.value)
                }
                var cells: [Int] = []
                for (place, value) in printed.enumerated() {
                    let area = grid.atoms.names[place / side.kinds.count]
                    guard areas.contains(area) else {
                        cells.append(-1)
                        continue
                    }
                    let rest = "\(grid.table.indicator) \(sideNumber) \(place % side.kinds.count)"
                    let made = cell(
                        "\(number) \(area) \(rest)",
                        .rounded(value, base: 5, mode: .adjacent)
                    )
                    cells.append(made)
                    own["\(area) \(rest)"] = (area, rest, made)
                }
                tableCells.append(cells)
            }
            margins(grid, tableCells, number)
            if let quantity = grid.quantity, let side = grid.sides.first {
                for level in plan.chain(grid) {
                    let name = UniverseRounding.name(quantity, level)
                    sum(grid, side, tableCells[0], level, into: levels[name] ?? [])
                    if let roof = plan.container(of: grid).flatMap({
                        levels[UniverseRounding.name($0, level)]
                    }) {
                        for (inner, outer) in zip(levels[name] ?? [], roof) where inner >= 0 {
                            let slack = cell("\(number) slack", .absent)
                            system.addSum(of: [inner, slack], equals: outer)
                        }
                    }
                }
            }
            if grid.roles.whole == nil {
                let level = grid.names.sorted()
                let count = grid.size(of: level) * grid.atoms.names.count
                let through = (0..<count).map { place in
                    areas.contains(grid.atoms.names[place / grid.size(of: level)])
                        ? cell("\(number) through", .absent) : -1
                }
                for side in grid.sides.indices {
                    sum(grid, grid.sides[side], tableCells[side], level, into: through)
                }
            }
            if grid.overlapping != nil { overlapping.append((grid, tableCells)) }
        }
        for (grid, cells) in overlapping { cover(grid, cells, levels, own, number) }
        leaves.append(own)
    }

    /// Every printed sum of a table: by region, and by every combination with totals.
    private mutating func margins(_ grid: UniverseGrid, _ cells: [[Int]], _ number: Int) {
        var parts: [Int: [Int]] = [:]
        for (side, own) in zip(grid.sides + [grid.covers], cells) {
            for (place, leaf) in own.enumerated() where leaf >= 0 {
                let kind = side.kinds[place % side.kinds.count]
                for row in grid.atoms.regions[place / side.kinds.count] {
                    for spot in kind.spots {
                        parts[Int(row) * grid.blockSize + Int(spot), default: []].append(leaf)
                    }
                }
            }
        }
        for (key, own) in parts.sorted(by: { $0.key < $1.key }) where own.count > 1 {
            let total = own.reduce(0) { sum, leaf in
                guard case .rounded(let value, _, _) = system.knowledge[leaf] else { return sum }
                return sum + value
            }
            let made = cell("\(number) \(grid.table.indicator) sum \(key)", .derived(total))
            system.addSum(of: own, equals: made)
        }
    }

    private mutating func sum(
        _ grid: UniverseGrid,
        _ side: UniverseGrid.Side,
        _ cells: [Int],
        _ level: [String],
        into sums: [Int]
    ) {
        let places = grid.groups(of: side, at: level)
        let size = grid.size(of: level)
        var parts = [[Int]](repeating: [], count: sums.count)
        for (place, leaf) in cells.enumerated() {
            let area = place / side.kinds.count
            parts[area * size + Int(places[place % side.kinds.count])].append(leaf)
        }
        for (own, total) in zip(parts, sums) where total >= 0 {
            system.addSum(of: own, equals: total)
        }
    }

    /// A unit stands in one code at least, in each at most once, and in its heaviest for certain.
    private mutating func cover(
        _ grid: UniverseGrid,
        _ cells: [[Int]],
        _ levels: [String: [Int]],
        _ own: [String: (area: String, rest: String, cell: Int)],
        _ number: Int
    ) {
        let level = grid.names.sorted()
        guard let quantity = grid.quantity,
            let totals = levels[UniverseRounding.name(quantity, level)]
        else { return }
        let places = grid.groups(of: grid.covers, at: level)
        let size = grid.size(of: level)
        var parts = [[Int]](repeating: [], count: totals.count)
        for (place, leaf) in cells[1].enumerated() where leaf >= 0 {
            let kind = place % grid.covers.kinds.count
            let group = place / grid.covers.kinds.count * size + Int(places[kind])
            parts[group].append(leaf)
            system.addSum(of: [leaf, cell("\(number) beside", .absent)], equals: totals[group])
        }
        for (own, total) in zip(parts, totals) where total >= 0 {
            let twice = cell("\(number) twice", .absent)
            system.addRelation(
                own.map { (cell: $0, coefficient: 1) }
                    + [(cell: twice, coefficient: -1), (cell: total, coefficient: -1)]
            )
        }
    }

    /// Changes between two vintages, and, where nothing changed, what a merger adds up.
    private mutating func link(
        _ later: Int,
        _ reference: RegionReference,
        _ year: Int,
        _ isUnchanged: Bool
    ) {
        var parts: [String: [Int]] = [:]
        for (_, leaf) in leaves[later - 1].sorted(by: { $0.key < $1.key }) {
            let to = reference.municipalities(overlapping: leaf.area, in: year)
            let area = to.count == 1 ? to[0] : leaf.area
            parts["\(area) \(leaf.rest)", default: []].append(leaf.cell)
        }
        for (key, own) in parts.sorted(by: { $0.key < $1.key }) {
            guard let now = leaves[later][key] else { continue }
            if isUnchanged {
                // The strongest outsider: who knows that no record changed.
                system.addSum(of: own, equals: now.cell)
            } else {
                let change = cell("change \(key)", .absent, kind: .change)
                system.addRelation(
                    own.map { (cell: $0, coefficient: 1) }
                        + [(cell: change, coefficient: 1), (cell: now.cell, coefficient: -1)]
                )
            }
        }
    }
}
