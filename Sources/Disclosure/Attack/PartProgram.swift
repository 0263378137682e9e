internal import LinearPrograms

/// The linear program of one part of a system, and the search through it.
struct PartProgram: ~Copyable {
    private let cells: [Int]
    private let column: [Int: Int]
    private var program: LinearProgram
    private var solution: [Double]
    private var objective: [Double]
    /// What one simplex step costs, in steps of a small program.
    let costOfStep: Int

    /// The simplex steps of the last solve.
    var stepsOfSolve: Int { program.steps }

    init(_ part: CellComponents.Part, _ system: CellSystem, _ bounds: CellBounds) {
        let constraints = Self.constraints(part, system, bounds)
        cells = part.cells
        column = Dictionary(uniqueKeysWithValues: zip(part.cells, part.cells.indices))
        program = LinearProgram(constraints)
        solution = Array(repeating: 0, count: part.cells.count)
        objective = solution
        costOfStep = 1 + part.relations.count / 200
    }

    /// The rows and columns: a column to each cell, a row to each relation, known cells filled in.
    static func constraints(
        _ part: CellComponents.Part,
        _ system: CellSystem,
        _ bounds: CellBounds
    ) -> LinearConstraints {
        var constraints = LinearConstraints(rows: part.relations.count)
        var terms = [[(row: Int, coefficient: Double)]](repeating: [], count: part.cells.count)
        let column = Dictionary(uniqueKeysWithValues: zip(part.cells, part.cells.indices))
        for (row, relation) in part.relations.enumerated() {
            var known = 0
            for term in system.terms(of: relation) {
                let cell = Int(system.cells[term])
                let coefficient = Int(system.coefficients[term])
                if let place = column[cell] {
                    terms[place].append((row, Double(coefficient)))
                } else {
                    known += coefficient * bounds.low[cell]
                }
            }
            constraints.rowLow[row] = Double(-known)
            constraints.rowHigh[row] = Double(-known)
        }
        for (place, cell) in part.cells.enumerated() {
            let (low, high) = Self.ends(cell, bounds)
            constraints.addColumn(low, high, terms[place])
        }
        return constraints
    }

    private static func ends(_ cell: Int, _ bounds: CellBounds) -> (Double, Double) {
        let low = bounds.low[cell]
        let high = bounds.high[cell]
        return (
            low == -CellBounds.unbounded ? -.infinity : Double(low),
            high == CellBounds.unbounded ? .infinity : Double(high)
        )
    }

    /// Sets the bounds of a cell anew.
    mutating func setBounds(_ cell: Int, _ bounds: CellBounds) {
        guard let column = column[cell] else { return }
        let (low, high) = Self.ends(cell, bounds)
        program.setBounds(low, high, of: column)
    }

    /// Minimises with the objective of the last call of ``weigh``, and takes the solution in.
    mutating func solve(
        _ verdicts: inout Verdicts,
        method: LinearProgram.Method = .primal,
        steps: Int
    ) -> LinearProgram.Outcome {
        let outcome = program.minimise(method, steps: steps)
        if case .optimal = outcome {
            program.copySolution(into: &solution)
            verdicts.reach(cells, solution)
        }
        return outcome
    }

    /// Sets the objective: a weight to each of some cells, zero to the others.
    mutating func weigh(_ weight: (_ cell: Int) -> Double) {
        for (place, cell) in cells.enumerated() {
            let value = weight(cell)
            guard value != objective[place] else { continue }
            objective[place] = value
            program.setObjective(value, of: place)
        }
    }
}
