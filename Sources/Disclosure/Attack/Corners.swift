/// Tries the two simplest solutions of a part: all inner cells as great as they can be, and as
/// small.
///
/// In a table whose margins are sums of printed cells both hold, every cell reaches its printed
/// interval, and nothing more has to be worked out.
struct Corners {
    private let system: CellSystem
    private let part: CellComponents.Part
    /// The relations in an order in which each gives its total from cells that are known by then.
    private let order: [Int]
    /// The cells that no relation of the part gives.
    private let leaves: [Int]

    init(_ part: CellComponents.Part, _ system: CellSystem) {
        self.system = system
        self.part = part
        var givers: [Int: Int] = [:]
        for relation in part.relations {
            guard let last = system.terms(of: relation).last else { continue }
            let total = Int(system.cells[last])
            if givers[total] == nil { givers[total] = relation }
        }
        leaves = part.cells.filter { givers[$0] == nil }
        order = Self.order(givers, system, Set(part.cells))
    }

    /// Depth first from the totals down, without recursion: hierarchies of others may be deep.
    private static func order(
        _ givers: [Int: Int],
        _ system: CellSystem,
        _ cells: Set<Int>
    ) -> [Int] {
        var order: [Int] = []
        var seen = Set<Int>()
        for relation in givers.values.sorted() where !seen.contains(relation) {
            var path: [(relation: Int, isOpen: Bool)] = [(relation, true)]
            while let step = path.popLast() {
                guard step.isOpen else {
                    order.append(step.relation)
                    continue
                }
                guard seen.insert(step.relation).inserted else { continue }
                path.append((step.relation, false))
                for term in system.terms(of: step.relation).dropLast() {
                    if let inner = givers[Int(system.cells[term])], !seen.contains(inner) {
                        path.append((inner, true))
                    }
                }
            }
        }
        return order
    }

    /// Takes in the corners that hold; whether nothing is left open.
    func clear(_ part: CellComponents.Part, _ verdicts: inout Verdicts) -> Bool {
        for isUp in [true, false] {
            guard let values = values(isUp, verdicts.outer) else { continue }
            for cell in part.cells {
                if let value = values[cell] { verdicts.reach(cell, whole: value) }
            }
        }
        return !part.cells.contains {
            verdicts.needsWholeLow($0) || verdicts.needsWholeHigh($0)
        }
    }

    /// The values of a corner, or `nil` where it breaks a relation or a bound.
    private func values(_ isUp: Bool, _ bounds: CellBounds) -> [Int: Int]? {
        var values: [Int: Int] = [:]
        for cell in leaves {
            let (low, high) = (bounds.low[cell], bounds.high[cell])
            let isEndless = low == -CellBounds.unbounded || high == CellBounds.unbounded
            // Any spread does for a cell without bound, if it is wide enough to clear.
            if isEndless {
                let base = low == -CellBounds.unbounded ? min(high, 0) : low
                values[cell] = isUp && high == CellBounds.unbounded ? base + 1_000 : base
            } else {
                values[cell] = isUp ? high : low
            }
        }
        for relation in order {
            let terms = system.terms(of: relation)
            guard let last = terms.last else { continue }
            let total = Int(system.cells[last])
            let sum = terms.dropLast().reduce(0) { sum, term in
                let cell = Int(system.cells[term])
                return sum + Int(system.coefficients[term]) * (values[cell] ?? bounds.low[cell])
            }
            let coefficient = -Int(system.coefficients[last])
            guard sum.isMultiple(of: coefficient) else { return nil }
            let value = sum / coefficient
            guard bounds.low[total] <= value, value <= bounds.high[total] else { return nil }
            values[total] = value
        }
        for relation in part.relations {
            let sum = system.terms(of: relation).reduce(0) { sum, term in
                let cell = Int(system.cells[term])
                return sum + Int(system.coefficients[term]) * (values[cell] ?? bounds.low[cell])
            }
            guard sum == 0 else { return nil }
        }
        return values
    }
}
