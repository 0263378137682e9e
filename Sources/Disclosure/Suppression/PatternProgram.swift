internal import LinearPrograms

/// Looks for the cheapest pattern that lets one cell rise, within a piece of the system.
///
/// The method of Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive
/// tabular data", Networks 22 (1992) 397–417: minimise Σ wᵢ|dᵢ| with Ad = 0, d ≥ −x and dₚ = u. Cells
/// that are withheld already cost next to nothing, so that patterns share them.
struct PatternProgram: ~Copyable {
    let cells: [Int]
    private let place: [Int: Int]
    private var program: LinearProgram
    private var solution: [Double]
    private var values: [Int]

    /// The cost of one unit in a cell that is withheld already.
    private static let shared = 1e-3
    private static let tolerance = 1e-6

    /// Makes the program of a piece: cells outside it do not vary.
    init(_ cells: [Int], _ problem: SuppressionProblem, _ incidence: BoundPropagation) {
        self.cells = cells
        place = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
        values = cells.map { problem.values[$0] }
        var rows: [Int32: Int] = [:]
        for cell in cells {
            for relation in incidence.relations(of: cell) where rows[relation] == nil {
                rows[relation] = rows.count
            }
        }
        var terms = [[(row: Int, coefficient: Double)]](repeating: [], count: cells.count)
        for (relation, row) in rows {
            for term in problem.system.terms(of: Int(relation)) {
                if let place = place[Int(problem.system.cells[term])] {
                    terms[place].append((row, Double(problem.system.coefficients[term])))
                }
            }
        }
        var constraints = LinearConstraints(rows: rows.count)
        // Two columns to a cell: what it rises, what it falls.
        for (place, cell) in cells.enumerated() {
            let isStill = problem.isFrozen[cell]
            let sorted = terms[place].sorted { $0.row < $1.row }
            constraints.addColumn(0, isStill ? 0 : .infinity, sorted)
            let fall = problem.system.kinds[cell] == .change ? .infinity : Double(values[place])
            constraints.addColumn(
                0,
                isStill ? 0 : fall,
                sorted.map { (row: $0.row, coefficient: -$0.coefficient) }
            )
        }
        program = LinearProgram(constraints)
        solution = Array(repeating: 0, count: cells.count * 2)
    }

    /// Sets what a cell costs: `nil` for withheld already.
    mutating func setCost(_ cost: Double?, of cell: Int) {
        guard let place = place[cell] else { return }
        program.setObjective(cost ?? Self.shared, of: place * 2)
        program.setObjective(cost ?? Self.shared, of: place * 2 + 1)
    }

    /// Lets a cell vary, or holds it still.
    mutating func setVaries(_ varies: Bool, _ cell: Int) {
        guard let place = place[cell] else { return }
        program.setBounds(0, varies ? .infinity : 0, of: place * 2)
        program.setBounds(0, varies ? Double(values[place]) : 0, of: place * 2 + 1)
    }

    /// The cheapest pattern in which a cell rises by an amount, or `nil` where there is none.
    mutating func pattern(_ cell: Int, rises amount: Double, steps: Int) -> ProtectionPattern? {
        guard let place = place[cell] else { return nil }
        program.setBounds(amount, amount, of: place * 2)
        program.setBounds(0, 0, of: place * 2 + 1)
        let outcome = program.minimise(.dual, steps: steps)
        // The solution is copied before the bounds are set back, which would move it.
        if case .optimal = outcome { program.copySolution(into: &solution) }
        program.setBounds(0, .infinity, of: place * 2)
        program.setBounds(0, Double(values[place]), of: place * 2 + 1)
        guard case .optimal = outcome else { return nil }
        return found
    }

    /// The pattern in which some cells together rise most, each up to an amount.
    ///
    /// For programs of withheld cells alone; `nil` where none can rise.
    mutating func pattern(risesOf rises: [(cell: Int, by: Double)], steps: Int)
        -> ProtectionPattern?
    {
        for (cell, by) in rises {
            guard let place = place[cell] else { continue }
            program.setBounds(0, by, of: place * 2)
            program.setObjective(-1, of: place * 2)
        }
        let outcome = program.minimise(.primal, steps: steps)
        if case .optimal = outcome { program.copySolution(into: &solution) }
        for (cell, _) in rises {
            guard let place = place[cell] else { continue }
            program.setBounds(0, .infinity, of: place * 2)
            program.setObjective(Self.shared, of: place * 2)
        }
        guard case .optimal = outcome else { return nil }
        let pattern = found
        return pattern.changes.isEmpty ? nil : pattern
    }

    /// The pattern of the last solution.
    private var found: ProtectionPattern {
        var changes: [(cell: Int32, by: Double)] = []
        var isReversible = true
        for (place, cell) in cells.enumerated() {
            let by = solution[place * 2] - solution[place * 2 + 1]
            guard abs(by) > Self.tolerance else { continue }
            changes.append((Int32(cell), by))
            if by > Double(values[place]) + Self.tolerance { isReversible = false }
        }
        return ProtectionPattern(changes: changes, isReversible: isReversible)
    }
}
