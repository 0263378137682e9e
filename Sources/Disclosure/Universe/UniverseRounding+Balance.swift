import Domain

extension UniverseRounding {
    /// A balance: what came in and what went out are two divisions of the same measures.
    mutating func roundBalance(
        _ number: Int,
        _ grid: UniverseGrid
    ) throws(UniverseError) {
        let level = grid.names.sorted()
        let size = grid.size(of: level)
        var sides: [[RoundingSplit.Leaf]] = []
        for side in grid.sides {
            let groups = grid.groups(of: side, at: level)
            var leaves = side.leaves.map { leaf in
                RoundingSplit.Leaf(
                    leaf.value,
                    base,
                    area: Int(leaf.area),
                    kind: Int(leaf.kind),
                    group: Int(leaf.area) * size + Int(groups[Int(leaf.kind)])
                )
            }
            for measure in Set(side.kinds.compactMap(\.part)).sorted() {
                let names = balanceNames(grid, side, measure)
                keep(&leaves, as: balanceName(grid, measure), grid, names)
            }
            sides.append(leaves)
        }
        // What passed through each cell: every measure came in and went out or stayed.
        let through = grid.raised(grid.sides[0].leaves, of: grid.sides[0], to: level)
        guard through == grid.raised(grid.sides[1].leaves, of: grid.sides[1], to: level) else {
            throw .notAdditive(indicator: grid.table.indicator, cell: "the balance")
        }
        var totals: [RoundingSplit.Leaf] = []
        for (place, value) in through.enumerated() where value != 0 {
            totals.append(
                RoundingSplit.Leaf(
                    value,
                    base,
                    area: place / size,
                    kind: place % size,
                    group: 0
                )
            )
        }
        let name = "\(grid.table.indicator)|through"
        let kindNames = (0..<size).map { "\($0)" }
        keep(&totals, as: periodic(name), grid, kindNames)
        for side in sides.indices {
            let ranges = RoundingSplit.ranges(sides[side], count: through.count, base: base)
            for index in totals.indices {
                let place = Int(totals[index].area) * size + Int(totals[index].kind)
                totals[index].limit(atLeast: ranges[place].low, base: base)
                totals[index].limit(atMost: ranges[place].high, base: base)
            }
        }
        let numbers = try split(&totals, grid.kinds(at: level), grid, .none, name)
        var sums = [Int32](repeating: 0, count: through.count)
        for (leaf, number) in zip(totals, numbers) {
            sums[Int(leaf.area) * size + Int(leaf.kind)] = number
        }
        remember(totals, numbers, as: periodic(name), grid, kindNames)
        for index in grid.sides.indices {
            let side = grid.sides[index]
            let numbers = try split(
                &sides[index],
                grid.kinds(of: side),
                grid,
                .exactly(sums),
                "\(grid.table.indicator)|side \(index)"
            )
            let own: Printed = zip(sides[index], numbers).map { ($0.area, $0.kind, $1) }
            printed[number].append(own)
            for measure in Set(side.kinds.compactMap(\.part)).sorted() {
                let isOwn = side.kinds.map { $0.part == measure }
                let places = sides[index].indices.filter { isOwn[Int(sides[index][$0].kind)] }
                remember(
                    places.map { sides[index][$0] },
                    places.map { numbers[$0] },
                    as: balanceName(grid, measure),
                    grid,
                    balanceNames(grid, side, measure)
                )
                // Other tables that count the same must print the same.
                if let quantity = grid.roles.quantities[measure] {
                    levels[UniverseRounding.name(quantity, level)] = grid.raised(
                        own.filter { isOwn[Int($0.kind)] },
                        of: side,
                        to: level
                    )
                }
            }
        }
        printed[number].append([])
    }

    /// The name under which a measure of a balance is kept: a stock by its day, so that the closing
    /// stock of one period and the opening stock of the next are the same number.
    private func balanceName(_ grid: UniverseGrid, _ measure: Int) -> String {
        guard let quantity = grid.roles.quantities[measure], quantity.contains(" stock ") else {
            return periodic("\(grid.table.indicator)|\(grid.table.measures[measure].name)")
        }
        return quantity
    }

    private func balanceNames(
        _ grid: UniverseGrid,
        _ side: UniverseGrid.Side,
        _ measure: Int
    ) -> [String] {
        side.kinds.map { $0.part == measure ? grid.keptName($0) : "another measure" }
    }
}
