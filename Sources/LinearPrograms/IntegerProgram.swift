internal import CClp

/// Minimises over whole numbers, by branch and cut with COIN-OR Cbc; for small programs.
public func minimiseOverWholeNumbers(
    _ constraints: LinearConstraints,
    objective: [Double],
    seconds: Double,
    solution: inout [Double]
) -> LinearProgram.Outcome {
    precondition(constraints.isWhole && objective.count == constraints.columnLow.count)
    solution = Array(repeating: 0, count: objective.count)
    var value = 0.0
    // SAFETY: the arrays live through the call and fit together, as checked; the solution has a
    // place for every column.
    let ended = unsafe ccbc_minimise(
        Int32(objective.count),
        Int32(constraints.rowLow.count),
        constraints.starts,
        constraints.rows,
        constraints.coefficients,
        constraints.columnLow,
        constraints.columnHigh,
        constraints.rowLow,
        constraints.rowHigh,
        objective,
        seconds,
        &value,
        &solution
    )
    switch ended {
    case 0: return .optimal(value)
    case 1: return .infeasible
    case 2: return .unbounded
    default: return .undecided
    }
}
