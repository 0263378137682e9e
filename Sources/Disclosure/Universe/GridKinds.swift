import Domain

/// Lists the kinds of leaves of a table, with the cells of a block in which each is counted.
struct GridKinds {
    let table: CellTable
    let axes: [UniverseGrid.Axis]
    let overlapping: Int?
    let groups: [String: [String: [String]]]
    let roles: CountRoles

    /// The kinds of a table with a whole: its parts, and what no part holds.
    func side() -> UniverseGrid.Side {
        guard let whole = roles.whole else { return UniverseGrid.Side() }
        return UniverseGrid.Side(
            kinds: crossings().flatMap { codes -> [UniverseGrid.Kind] in
                let own = places(codes)
                let rest = UniverseGrid.Kind(
                    codes: codes,
                    part: nil,
                    recipe: [(spot(own, whole), 1)]
                        + roles.parts.map { (spot(own, $0), Int64(-1)) },
                    spots: spots(codes, [whole]) + sums(codes)
                )
                return roles.parts.map { part in
                    UniverseGrid.Kind(
                        codes: codes,
                        part: part,
                        recipe: [(spot(own, part), 1)],
                        spots: spots(codes, [whole, part]) + sums(codes)
                    )
                } + [rest]
            }
        )
    }

    /// The kinds of one side of a balance.
    func side(of measures: [Int]) -> UniverseGrid.Side {
        UniverseGrid.Side(
            kinds: crossings().flatMap { codes in
                measures.map { measure in
                    UniverseGrid.Kind(
                        codes: codes,
                        part: measure,
                        recipe: [(spot(places(codes), measure), 1)],
                        spots: spots(codes, [measure])
                    )
                }
            }
        )
    }

    /// The kinds of the overlapping dimension: every code of it for itself.
    func covers() -> UniverseGrid.Side {
        guard let overlapping, let whole = roles.whole else { return UniverseGrid.Side() }
        let codes = table.dimensions[overlapping].codes.indices.filter {
            table.dimensions[overlapping].codes[$0] != "T"
        }
        return UniverseGrid.Side(
            kinds: crossings().flatMap { crossing in
                codes.map { code in
                    UniverseGrid.Kind(
                        codes: crossing,
                        part: code,
                        recipe: [(spot(places(crossing, over: code), whole), 1)],
                        spots: spots(crossing, [whole], over: code)
                    )
                }
            }
        )
    }

    /// Every combination of codes of the axes.
    private func crossings() -> [[Int]] {
        axes.reduce([[]]) { lists, axis in
            lists.flatMap { list in axis.codes.indices.map { list + [$0] } }
        }
    }

    /// The places of some codes among the codes of the dimensions.
    private func places(_ codes: [Int], over: Int? = nil) -> [Int] {
        var places = table.dimensions.map { $0.codes.firstIndex(of: "T") ?? 0 }
        for (axis, code) in zip(axes, codes) {
            let all = table.dimensions[axis.dimension].codes
            places[axis.dimension] = all.firstIndex(of: axis.codes[code]) ?? 0
        }
        if let overlapping, let over { places[overlapping] = over }
        return places
    }

    private func spot(_ places: [Int], _ measure: Int) -> Int32 {
        let radices = table.dimensions.map(\.codes.count) + [table.measures.count]
        return Int32(CellTable.pack(places + [measure], radices: radices))
    }

    /// The cells in which a leaf is counted: its own, and those of every total and group above.
    private func spots(
        _ codes: [Int],
        _ measures: [Int],
        over: Int? = nil,
        fixed: Int? = nil
    ) -> [Int32] {
        var lists = [places(codes, over: over)]
        for (axis, code) in zip(axes, codes) {
            let dimension = table.dimensions[axis.dimension]
            let own = axis.codes[code]
            let raised = dimension.codes.indices.filter { index in
                dimension.codes[index] == "T"
                    || groups[dimension.name]?[dimension.codes[index]]?.contains(own) == true
            }
            lists = lists.flatMap { list in
                let above = raised.map { index in
                    var places = list
                    places[axis.dimension] = index
                    return places
                }
                // What stands at the total of this dimension alone.
                if axis.dimension == fixed {
                    return above.filter { dimension.codes[$0[axis.dimension]] == "T" }
                }
                return [list] + above
            }
        }
        return lists.flatMap { list in measures.map { spot(list, $0) } }
    }

    /// The cells of counts that are sums over some codes of a dimension.
    private func sums(_ codes: [Int]) -> [Int32] {
        roles.sums.flatMap { sum -> [Int32] in
            guard let axis = axes.firstIndex(where: { $0.dimension == sum.dimension }),
                sum.codes.contains(axes[axis].codes[codes[axis]])
            else { return [] }
            return spots(codes, [sum.measure], fixed: sum.dimension)
        }
    }
}
