/// Tightens the bounds of cells over the relations until nothing changes.
///
/// In Σ aᵢxᵢ = 0 each term lies within minus the sum of the others; whole numbers are rounded
/// inwards. This is the attack by hand, done everywhere at once; it is sound for any system and
/// complete where relations form no cycles. Fixed point in the sense of Davis, "Constraint
/// propagation with interval labels", Artificial Intelligence 32 (1987) 281–331.
struct BoundPropagation: Sendable {
    private let system: CellSystem
    /// The relations in which each cell stands, and where those of a cell start.
    let relationsOf: [Int32]
    let relationStarts: [Int32]

    init(_ system: CellSystem) {
        self.system = system
        var counts = [Int32](repeating: 0, count: system.cellCount + 1)
        for cell in system.cells { counts[Int(cell) + 1] += 1 }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        relationStarts = counts
        var places = counts
        var relations = [Int32](repeating: 0, count: system.cells.count)
        for relation in 0..<system.relationCount {
            for term in system.terms(of: relation) {
                let cell = Int(system.cells[term])
                relations[Int(places[cell])] = Int32(relation)
                places[cell] += 1
            }
        }
        relationsOf = relations
    }

    /// The relations in which a cell stands.
    func relations(of cell: Int) -> ArraySlice<Int32> {
        relationsOf[Int(relationStarts[cell])..<Int(relationStarts[cell + 1])]
    }

    /// Tightens from all relations.
    ///
    /// - Throws: ``AttackError`` with the first relation that cannot hold.
    func run(_ bounds: inout CellBounds) throws(AttackError) {
        try checkAsPrinted(bounds)
        var isWaiting = [Bool](repeating: true, count: system.relationCount)
        var queue = Array(0..<system.relationCount)
        var changed: [Int] = []
        // In rounds, so that the queue does not grow without end.
        while !queue.isEmpty {
            var later: [Int] = []
            for relation in queue {
                isWaiting[relation] = false
                changed.removeAll(keepingCapacity: true)
                try tighten(relation, &bounds, &changed)
                for cell in changed {
                    for other in relations(of: cell) where !isWaiting[Int(other)] {
                        isWaiting[Int(other)] = true
                        later.append(Int(other))
                    }
                }
            }
            queue = later
        }
    }

    /// Tightens after a bound of a cell has changed, and returns all cells whose bounds did, some
    /// perhaps more than once.
    func run(_ bounds: inout CellBounds, changed cell: Int) throws(AttackError) -> [Int] {
        var changed = [cell]
        var isWaiting = Set<Int32>()
        var queue: [Int32] = []
        var seen = 0
        var next = 0
        while seen < changed.count || next < queue.count {
            while seen < changed.count {
                for other in relations(of: changed[seen]) where isWaiting.insert(other).inserted {
                    queue.append(other)
                }
                seen += 1
            }
            guard next < queue.count else { continue }
            let relation = queue[next]
            next += 1
            isWaiting.remove(relation)
            try tighten(Int(relation), &bounds, &changed)
        }
        return changed
    }

    /// Tightens all terms of one relation by the others.
    private func tighten(
        _ relation: Int,
        _ bounds: inout CellBounds,
        _ changed: inout [Int]
    ) throws(AttackError) {
        let terms = system.terms(of: relation)
        var least = Reach()
        var most = Reach()
        for term in terms {
            let (low, high) = ends(term, bounds)
            least.add(low)
            most.add(high)
        }
        if least.endless == 0 && least.sum > 0 || most.endless == 0 && most.sum < 0 {
            throw .contradiction(relation: system.labels.name(ofRelation: relation))
        }
        guard least.endless <= 1 || most.endless <= 1 else { return }
        for term in terms {
            let cell = Int(system.cells[term])
            let coefficient = Int(system.coefficients[term])
            let (low, high) = ends(term, bounds)
            let isWhole = system.kinds[cell] != .magnitude
            // The term lies within −(the others' most) and −(the others' least).
            if let others = most.without(high) {
                improve(cell, coefficient, atLeast: -others, isWhole, &bounds, &changed)
            }
            if let others = least.without(low) {
                improve(cell, coefficient, atMost: -others, isWhole, &bounds, &changed)
            }
            guard bounds.low[cell] <= bounds.high[cell] else {
                throw .contradiction(relation: system.labels.name(ofRelation: relation))
            }
            // Sums are kept as they were: a later pass sees the tighter bound.
        }
    }

    private func improve(
        _ cell: Int,
        _ coefficient: Int,
        atLeast value: Int,
        _ isWhole: Bool,
        _ bounds: inout CellBounds,
        _ changed: inout [Int]
    ) {
        if coefficient > 0 {
            let low = isWhole ? ceiling(value, coefficient) : floor(value, coefficient)
            if low > bounds.low[cell] {
                bounds.low[cell] = low
                changed.append(cell)
            }
        } else {
            let high = isWhole ? floor(-value, -coefficient) : ceiling(-value, -coefficient)
            if high < bounds.high[cell] {
                bounds.high[cell] = high
                changed.append(cell)
            }
        }
    }

    private func improve(
        _ cell: Int,
        _ coefficient: Int,
        atMost value: Int,
        _ isWhole: Bool,
        _ bounds: inout CellBounds,
        _ changed: inout [Int]
    ) {
        improve(cell, -coefficient, atLeast: -value, isWhole, &bounds, &changed)
    }

    /// The least and the greatest value of a term.
    private func ends(_ term: Int, _ bounds: CellBounds) -> (low: Int, high: Int) {
        let cell = Int(system.cells[term])
        let coefficient = Int(system.coefficients[term])
        let low = bounds.low[cell]
        let high = bounds.high[cell]
        let atLow = low == -CellBounds.unbounded ? Reach.below : coefficient * low
        let atHigh = high == CellBounds.unbounded ? Reach.above : coefficient * high
        if coefficient > 0 { return (atLow, atHigh) }
        return (
            high == CellBounds.unbounded ? Reach.below : atHigh,
            low == -CellBounds.unbounded ? Reach.above : atLow
        )
    }

    /// Looks for sums whose parts are printed as more than the total, before anything follows.
    private func checkAsPrinted(_ bounds: CellBounds) throws(AttackError) {
        for relation in 0..<system.relationCount {
            let terms = system.terms(of: relation)
            guard let last = terms.last, system.coefficients[last] == -1,
                terms.dropLast().allSatisfy({ system.coefficients[$0] == 1 })
            else { continue }
            var parts = 0
            for term in terms.dropLast() {
                let low = bounds.low[Int(system.cells[term])]
                parts = low == -CellBounds.unbounded ? low : parts + low
                if low == -CellBounds.unbounded { break }
            }
            let total = bounds.high[Int(system.cells[last])]
            if parts > total {
                throw .partsExceedTotal(
                    relation: system.labels.name(ofRelation: relation),
                    partsAtLeast: parts,
                    totalAtMost: total
                )
            }
        }
    }
}

/// A sum of ends of which some may be endless.
private struct Reach {
    static let below = Int.min
    static let above = Int.max

    var sum = 0
    var endless = 0

    mutating func add(_ end: Int) {
        if end == Self.below || end == Self.above { endless += 1 } else { sum += end }
    }

    /// The sum of the other ends, or `nil` where one of them is endless.
    func without(_ end: Int) -> Int? {
        if end == Self.below || end == Self.above { return endless == 1 ? sum : nil }
        return endless == 0 ? sum - end : nil
    }
}

/// The greatest whole number up to a quotient; the divisor is positive.
func floor(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}

/// The least whole number from a quotient up; the divisor is positive.
func ceiling(_ value: Int, _ divisor: Int) -> Int { -floor(-value, divisor) }
