import Definitions
import Domain

/// A table as the sum of its leaves: every count of it is a sum of cells that exclude each other.
struct UniverseGrid {
    /// A dimension whose codes add up, with the codes that are no sums of others.
    struct Axis: Equatable {
        /// What it breaks down by, as the definition names it.
        let name: String
        /// Its place among the dimensions of the table.
        let dimension: Int
        /// The codes that are neither the total nor a group of others.
        let codes: [String]
    }

    /// What a leaf counts, apart from its area.
    struct Kind {
        /// The place of its code on each axis.
        let codes: [Int]
        /// Which part of the count it is; `nil` for what no part holds.
        let part: Int?
        /// The cells of a block, with their signs, that give its own count.
        let recipe: [(spot: Int32, sign: Int64)]
        /// The cells of a block in which it is counted.
        let spots: [Int32]
    }

    /// One way to divide the units: all of its kinds together are the whole.
    struct Side {
        /// The kinds.
        var kinds: [Kind] = []
        /// The leaves that are not zero: area, kind and count.
        var leaves: [(area: Int32, kind: Int32, value: Int32)] = []
    }

    let table: CellTable
    let definition: IndicatorDefinition
    /// Which slice of a table it is; `nil` for a table as a whole.
    let slice: UniverseSlice?
    let roles: CountRoles
    let atoms: AreaAtoms
    let axes: [Axis]
    /// The dimension in whose codes a unit can stand more than once, if there is one.
    let overlapping: Int?
    /// The places in the block of a region.
    let blockSize: Int
    /// The counts of the table, region by region.
    let dense: [Int64]
    /// The ways in which the units are divided: one, or on a balance two.
    var sides: [Side] = []
    /// The cells of the overlapping dimension, which are no parts of the whole.
    var covers = Side()

    init(
        _ table: CellTable,
        _ definition: IndicatorDefinition,
        groups: [String: [String: [String]]],
        reference: RegionReference,
        slice: UniverseSlice? = nil
    ) throws(UniverseError) {
        self.table = table
        self.definition = definition
        self.slice = slice
        roles = try CountRoles(table, definition)
        atoms = try AreaAtoms(table, reference)
        let overlaps = table.dimensions.indices.filter { !table.dimensions[$0].isAdditive }
        guard overlaps.count <= 1 else {
            throw .twoOverlapping(
                indicator: table.indicator,
                dimensions: overlaps.map { table.dimensions[$0].name }
            )
        }
        overlapping = overlaps.first
        axes = table.dimensions.indices.filter { !overlaps.contains($0) }.map { index in
            let dimension = table.dimensions[index]
            let own = groups[dimension.name] ?? [:]
            let breakdown = definition.breakdowns.first { $0.column == dimension.name }
            return Axis(
                name: breakdown?.rawValue ?? dimension.name,
                dimension: index,
                codes: dimension.codes.filter { $0 != "T" && own[$0] == nil }
            )
        }
        blockSize = table.dimensions.reduce(table.measures.count) { $0 * $1.codes.count }
        var dense = [Int64](repeating: 0, count: blockSize * table.regions.count)
        for (key, value) in zip(table.keys, table.values)
        where table.measures[Int(key % UInt64(table.measures.count))].isCount {
            dense[Int(key)] = value
        }
        self.dense = dense
        let kinds = GridKinds(
            table: table,
            axes: axes,
            overlapping: overlapping,
            groups: groups,
            roles: roles
        )
        sides =
            roles.whole == nil
            ? [kinds.side(of: roles.entries), kinds.side(of: roles.exits)] : [kinds.side()]
        covers = kinds.covers()
        for index in sides.indices { try fill(&sides[index]) }
        try fill(&covers)
        try check()
    }

    /// Works out the leaves that are not zero.
    private func fill(_ side: inout Side) throws(UniverseError) {
        for area in atoms.names.indices {
            for (number, kind) in side.kinds.enumerated() {
                var value: Int64 = 0
                for row in atoms.recipe[area] {
                    for term in kind.recipe {
                        value +=
                            row.sign * term.sign
                            * dense[Int(row.row) * blockSize + Int(term.spot)]
                    }
                }
                guard value != 0 else { continue }
                guard value > 0, value < Int64(Int32.max) else {
                    throw .notAdditive(indicator: table.indicator, cell: name(area, kind))
                }
                side.leaves.append((Int32(area), Int32(number), Int32(value)))
            }
        }
    }

    /// Whether every count of the table is the sum of its leaves.
    private func check() throws(UniverseError) {
        let sums = summed(
            (sides + [covers]).map { side in side.leaves.map { ($0.area, $0.kind, $0.value) } }
        )
        for index in dense.indices where sums[index] != dense[index] {
            let measure = index % table.measures.count
            if roles.countryOnly.contains(measure) || !table.measures[measure].isCount { continue }
            let cell = table.layout.places(of: UInt64(index))
            let region = table.regions[cell[0]]
            let codes = zip(table.dimensions, cell.dropFirst()).map { "\($0.name)=\($0.codes[$1])" }
            let named = ["\(region.geography.rawValue)=\(region.code)"] + codes
            throw .notAdditive(
                indicator: table.indicator,
                cell: (named + [table.measures[measure].name]).joined(separator: ", ")
            )
        }
    }

    /// Adds leaves up to every cell of the table; the lists are those of the sides, the covers last.
    func summed(_ lists: [[(area: Int32, kind: Int32, value: Int32)]]) -> [Int64] {
        var sums = [Int64](repeating: 0, count: dense.count)
        for (side, list) in zip(sides + [covers], lists) {
            for leaf in list where leaf.value != 0 {
                for row in atoms.regions[Int(leaf.area)] {
                    let start = Int(row) * blockSize
                    for spot in side.kinds[Int(leaf.kind)].spots {
                        sums[start + Int(spot)] += Int64(leaf.value)
                    }
                }
            }
        }
        return sums
    }

    /// A leaf as people read it.
    func name(_ area: Int, _ kind: Kind) -> String {
        let codes = zip(axes, kind.codes).map { "\($0.name)=\($0.codes[$1])" }
        return (["area=\(atoms.names[area])"] + codes).joined(separator: ", ")
    }
}
