internal import CClp

/// A linear program that is solved again and again, each time from where the last solve ended.
///
/// Minimises Σ cⱼxⱼ over the bounds of the columns and the rows. The solver is COIN-OR Clp; this
/// file and its neighbours are the only ones that see it.
@safe public struct LinearProgram: ~Copyable {
    /// How a solve ended.
    public enum Outcome: Sendable, Equatable {
        /// With the least value.
        case optimal(Double)
        /// Nothing meets all bounds.
        case infeasible
        /// There is no least value.
        case unbounded
        /// At the limit of steps, or by numerical trouble: nothing may be concluded.
        case undecided
    }

    /// The two forms of the simplex method.
    public enum Method: Sendable {
        /// Best when only the objective changed.
        case primal
        /// Best when bounds changed.
        case dual
    }

    /// The number of columns.
    public let columnCount: Int

    private let program: OpaquePointer

    /// Creates a program with an objective of zero.
    public init(_ constraints: borrowing LinearConstraints) {
        precondition(constraints.isWhole, "starts, rows and bounds do not fit together")
        let made = unsafe cclp_make(
            Int32(constraints.columnLow.count),
            Int32(constraints.rowLow.count),
            constraints.starts,
            constraints.rows,
            constraints.coefficients,
            constraints.columnLow,
            constraints.columnHigh,
            constraints.rowLow,
            constraints.rowHigh
        )
        // SAFETY: the arrays live through the call, which copies them; their sizes were checked.
        guard let made = unsafe made else { preconditionFailure("no memory for a linear program") }
        unsafe program = made
        columnCount = constraints.columnLow.count
    }

    deinit {
        // SAFETY: made in `init`, freed here alone; the type cannot be copied.
        unsafe cclp_free(program)
    }

    /// Sets the coefficient of a column in the objective.
    public mutating func setObjective(_ coefficient: Double, of column: Int) {
        precondition(column >= 0 && column < columnCount)
        // SAFETY: the column is within the program.
        unsafe cclp_set_objective(program, Int32(column), coefficient)
    }

    /// Sets the bounds of a column; infinite is no bound.
    public mutating func setBounds(_ low: Double, _ high: Double, of column: Int) {
        precondition(column >= 0 && column < columnCount)
        // SAFETY: the column is within the program.
        unsafe cclp_set_bounds(
            program,
            Int32(column),
            max(low, -Double.greatestFiniteMagnitude),
            min(high, Double.greatestFiniteMagnitude)
        )
    }

    /// Minimises, in at most a number of simplex steps.
    public mutating func minimise(_ method: Method = .primal, steps: Int = 1_000_000) -> Outcome {
        // SAFETY: the program lives as long as this value.
        switch unsafe cclp_minimise(program, method == .dual ? 1 : 0, Int32(clamping: steps)) {
        case 0: return .optimal(unsafe cclp_objective_value(program))
        case 1: return .infeasible
        case 2: return .unbounded
        default: return .undecided
        }
    }

    /// The number of simplex steps of the last solve.
    public var steps: Int {
        // SAFETY: the program lives as long as this value.
        unsafe Int(cclp_iterations(program))
    }

    /// Copies the solution of the last solve, one value to a column.
    public func copySolution(into values: inout [Double]) {
        precondition(values.count == columnCount)
        // SAFETY: the array has a place for every column, as checked above.
        unsafe cclp_solution(program, &values)
    }
}
