extension RoundingProblem {
    /// Finds the leaves of a system of tables and what each cell sums.
    ///
    /// - Parameters:
    ///   - tables: tables read for protection.
    ///   - base: the rounding base.
    ///   - limits: how close margins should stay.
    ///   - kept: printed numbers of leaves that keep theirs, by cell.
    init(
        _ tables: LinkedTables,
        base: Int,
        limits: CubeLimits,
        kept: [Int: Int]
    ) {
        self.base = base
        self.limits = limits
        let count = tables.cells.count
        var firstRelation = [Int32](repeating: -1, count: count)
        for index in (0..<tables.relations.count).reversed() {
            firstRelation[Int(tables.relations[index].first ?? 0)] = Int32(index)
        }
        var leafOfCell = [Int32](repeating: -1, count: count)
        for cell in 0..<count where firstRelation[cell] < 0 {
            leafOfCell[cell] = Int32(leafCells.count)
            leafCells.append(Int32(cell))
            let value = tables.cells[cell].exact ?? 0
            values.append(value)
            if tables.cells[cell].isFrozen {
                fixed.append(value)
            } else {
                fixed.append(kept[cell] ?? (value % base == 0 ? value : nil))
            }
        }
        var below = [[Int32]](repeating: [], count: count)
        for cell in 0..<count {
            RoundingProblem.expand(cell, tables, firstRelation, leafOfCell, &below)
        }
        for cell in 0..<count {
            leaves.append(contentsOf: below[cell])
            cellStarts.append(Int32(leaves.count))
        }
        findTies(tables, firstRelation)
        classify(tables, limits)
        transpose()
    }

    /// Fills in the leaves of a cell from those of its parts, parts first.
    private static func expand(
        _ cell: Int,
        _ tables: LinkedTables,
        _ firstRelation: [Int32],
        _ leafOfCell: [Int32],
        _ below: inout [[Int32]]
    ) {
        guard below[cell].isEmpty else { return }
        guard firstRelation[cell] >= 0 else {
            below[cell] = [leafOfCell[cell]]
            return
        }
        var own: [Int32] = []
        for part in tables.relations[Int(firstRelation[cell])].dropFirst() {
            expand(Int(part), tables, firstRelation, leafOfCell, &below)
            own.append(contentsOf: below[Int(part)])
        }
        below[cell] = own
    }

    /// Finds relations that do not hold by themselves once every cell is the sum of its leaves.
    ///
    /// Each leaf gets 64 mixed bits; sums of them differ where sets of leaves differ, but for a
    /// chance of one in 2⁶⁴.
    private mutating func findTies(_ tables: LinkedTables, _ firstRelation: [Int32]) {
        let bits = leafCells.indices.map { RoundingProblem.mixed(UInt64($0) + 1) }
        let marks = (0..<tables.cells.count).map { cell in
            leaves(of: cell).reduce(UInt64(0)) { $0 &+ bits[Int($1)] }
        }
        for index in 0..<tables.relations.count {
            let terms = tables.relations[index]
            let sum = Int(terms[terms.startIndex])
            guard Int(firstRelation[sum]) != index else { continue }
            let parts = terms.dropFirst()
            guard parts.reduce(UInt64(0), { $0 &+ marks[Int($1)] }) != marks[sum] else { continue }
            var signs: [Int32: Int] = [:]
            for leaf in leaves(of: sum) { signs[leaf, default: 0] -= 1 }
            for part in parts {
                for leaf in leaves(of: Int(part)) { signs[leaf, default: 0] += 1 }
            }
            let tie = signs.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            ties.append((index, tie.map { (leaf: $0.key, sign: $0.value) }))
        }
    }

    /// Gives each cell its class: a leaf, a margin people look at, or another margin.
    private mutating func classify(_ tables: LinkedTables, _ limits: CubeLimits) {
        classes = [
            Class(limit: base - 1, weight: limits.leafWeight, overWeight: limits.overWeight),
            Class(limit: limits.other, weight: limits.otherWeight, overWeight: limits.overWeight),
            Class(
                limit: limits.prominent,
                weight: limits.prominentWeight,
                overWeight: limits.overWeight
            ),
        ]
        let prominent = ProminentPlaces(tables)
        classOfCell = (0..<tables.cells.count).map { cell in
            let own = leaves(of: cell)
            if own.count == 1, leafCells[Int(own[own.startIndex])] == Int32(cell) { return 0 }
            return prominent.contains(cell, tables) ? 2 : 1
        }
    }

    /// Turns leaves by cell into cells by leaf.
    private mutating func transpose() {
        var counts = [Int32](repeating: 0, count: leafCells.count + 1)
        for leaf in leaves { counts[Int(leaf) + 1] += 1 }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        starts = counts
        margins = [Int32](repeating: 0, count: leaves.count)
        var next = counts
        for cell in 0..<cellCount {
            for leaf in leaves(of: cell) {
                margins[Int(next[Int(leaf)])] = Int32(cell)
                next[Int(leaf)] += 1
            }
        }
    }
}
