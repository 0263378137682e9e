import Domain

/// Holds what is about to be released against what makes it safe, cell by cell, without true counts.
///
/// Everything an outsider gets is sums of printed leaves, each at most one base less one from its
/// count. Where the four conditions below hold, the printed table is itself one of the tables that
/// can be true, and so is the one with any leaf moved up or down by base − 1, with the cells that
/// hold it or are held by it moved along. So no cell has an interval less than base − 1 wide, and
/// none is known to be small. `TheReleasedUniverses` gives the proof; `Attacker` is the judge of it
/// in the tests, on whole releases.
struct UniverseCheck {
    /// A cell that breaks a condition.
    struct Finding: Sendable, Equatable {
        /// The table.
        let indicator: String
        /// The cell as people read it.
        let cell: String
        /// The condition.
        let condition: Condition
    }

    /// What must hold.
    enum Condition: String, Sendable {
        /// Printed leaves are multiples of the base, and not negative.
        case multiple
        /// Tables that count the same print the same.
        case sameNumber = "same-number"
        /// What is held in another count is not printed as more than it.
        case contained
        /// The two sides of a balance are equal.
        case balance
    }

    let plan: UniversePlan
    let rounding: UniverseRounding
    let base: Int

    /// The cells that break a condition; empty where the release is safe.
    func findings() -> [Finding] {
        var findings: [Finding] = []
        for (number, grid) in plan.grids.enumerated() {
            let lists = rounding.printed[number]
            for (side, list) in zip(grid.sides + [grid.covers], lists) {
                for leaf in list where leaf.value < 0 || Int(leaf.value) % base != 0 {
                    let kind = side.kinds[Int(leaf.kind)]
                    findings.append(
                        Finding(
                            indicator: grid.table.indicator,
                            cell: grid.name(Int(leaf.area), kind),
                            condition: .multiple
                        )
                    )
                }
            }
            findings += sameNumbers(number, grid)
            if grid.roles.whole == nil { findings += balances(number, grid) }
            if grid.overlapping != nil { findings += covers(number, grid) }
        }
        return findings
    }

    private func sameNumbers(_ number: Int, _ grid: UniverseGrid) -> [Finding] {
        guard let quantity = grid.quantity, let side = grid.sides.first else { return [] }
        var findings: [Finding] = []
        for level in plan.chain(grid) {
            let own = grid.raised(rounding.printed[number][0], of: side, to: level)
            let all = rounding.levels[UniverseRounding.name(quantity, level)] ?? []
            let roof = plan.container(of: grid).flatMap {
                rounding.levels[UniverseRounding.name($0, level)]
            }
            for place in own.indices {
                if all.indices.contains(place), own[place] != all[place] {
                    findings.append(finding(grid, level, place, .sameNumber))
                }
                if let roof, own[place] > roof[place] {
                    findings.append(finding(grid, level, place, .contained))
                }
            }
        }
        return findings
    }

    private func balances(_ number: Int, _ grid: UniverseGrid) -> [Finding] {
        let level = grid.names.sorted()
        let sums = grid.sides.indices.map {
            grid.raised(rounding.printed[number][$0], of: grid.sides[$0], to: level)
        }
        return sums[0].indices.filter { sums[0][$0] != sums[1][$0] }
            .map { finding(grid, level, $0, .balance) }
    }

    private func covers(_ number: Int, _ grid: UniverseGrid) -> [Finding] {
        guard let side = grid.sides.first else { return [] }
        let level = grid.names.sorted()
        let size = grid.size(of: level)
        let totals = grid.raised(rounding.printed[number][0], of: side, to: level)
        let places = grid.groups(of: grid.covers, at: level)
        var sums = [Int32](repeating: 0, count: totals.count)
        var broken = Set<Int>()
        for leaf in rounding.printed[number][1] {
            let place = Int(leaf.area) * size + Int(places[Int(leaf.kind)])
            sums[place] += leaf.value
            if leaf.value > totals[place] { broken.insert(place) }
        }
        for place in sums.indices where sums[place] < totals[place] { broken.insert(place) }
        return broken.sorted().map { finding(grid, level, $0, .contained) }
    }

    private func finding(
        _ grid: UniverseGrid,
        _ level: [String],
        _ place: Int,
        _ condition: Condition
    ) -> Finding {
        var rest = place % max(1, grid.size(of: level))
        var codes: [String] = []
        for (name, own) in zip(level, grid.codes(of: level)).reversed() {
            codes.insert("\(name)=\(own[rest % own.count])", at: 0)
            rest /= own.count
        }
        let area = grid.atoms.names[place / max(1, grid.size(of: level))]
        return Finding(
            indicator: grid.table.indicator,
            cell: (["area=\(area)"] + codes).joined(separator: ", "),
            condition: condition
        )
    }
}
