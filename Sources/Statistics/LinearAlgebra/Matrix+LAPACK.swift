internal import CLAPACK

// The only place of Statistics where pointers are passed, see Decisions/0020: arrays of Swift lent
// to LAPACK for one call. Sizes are checked before each call.
extension Matrix {
    /// Solves `self · x = right` for a square matrix; `nil` when it is singular.
    public func solve(_ right: Matrix) -> Matrix? {
        precondition(rows == columns && right.rows == rows)
        guard rows > 0 else { return right }
        var factors = storage
        var solution = right
        var pivots = Array(repeating: Int32(0), count: rows)
        // SAFETY: `factors` holds rows × rows, `solution` rows × right.columns and `pivots` rows
        // numbers; LAPACK keeps none of them.
        let info = unsafe clapack_solve(
            Int32(rows),
            Int32(right.columns),
            &factors,
            &solution.storage,
            &pivots
        )
        return info == 0 ? solution : nil
    }

    /// Solves `self · x = right` for a square matrix; `nil` when it is singular.
    public func solve(_ right: [Double]) -> [Double]? {
        var column = Matrix(rows: right.count, columns: 1)
        column.storage = right
        return solve(column)?.storage
    }

    /// The inverse of a symmetric, positive definite matrix; `nil` when it is no such matrix.
    ///
    /// Only the lower triangle is read.
    public func inverseOfPositiveDefinite() -> Matrix? {
        guard var inverse = choleskyFactor() else { return nil }
        guard rows > 0 else { return inverse }
        // SAFETY: `inverse.storage` holds rows × rows numbers; LAPACK does not keep it.
        let info = unsafe clapack_cholesky_inverse(Int32(rows), &inverse.storage)
        guard info == 0 else { return nil }
        for column in 0..<columns {
            for row in 0..<column { inverse[row, column] = inverse[column, row] }
        }
        return inverse
    }

    /// The lower Cholesky factor of a symmetric, positive definite matrix; `nil` when it is none.
    ///
    /// Only the lower triangle is read.
    public func choleskyFactor() -> Matrix? {
        precondition(rows == columns)
        guard rows > 0 else { return self }
        var factor = self
        // SAFETY: `factor.storage` holds rows × rows numbers; LAPACK does not keep it.
        let info = unsafe clapack_cholesky(Int32(rows), &factor.storage)
        guard info == 0 else { return nil }
        for column in 0..<columns {
            for row in 0..<column { factor[row, column] = 0 }
        }
        return factor
    }

    /// Solves `L · Lᵀ · x = right`, where this matrix is the lower Cholesky factor `L`.
    public func solveByCholesky(_ right: Matrix) -> Matrix? {
        precondition(rows == columns && right.rows == rows)
        guard rows > 0 else { return right }
        var solution = right
        // SAFETY: `storage` holds rows × rows and `solution.storage` rows × right.columns numbers;
        // the first is only read, neither is kept.
        let info = unsafe clapack_cholesky_solve(
            Int32(rows),
            Int32(right.columns),
            storage,
            &solution.storage
        )
        return info == 0 ? solution : nil
    }

    /// The shortest `x` with the least `‖self · x − right‖`, and the rank that was found.
    ///
    /// By QR with column pivoting; columns whose condition passes `1 / tolerance` do not count.
    public func leastSquares(
        _ right: [Double],
        tolerance: Double = 1e-11
    ) -> (solution: [Double], rank: Int)? {
        precondition(right.count == rows)
        guard rows > 0, columns > 0 else { return (Array(repeating: 0, count: columns), 0) }
        var factors = storage
        var answer = right + Array(repeating: 0, count: max(0, columns - rows))
        var pivots = Array(repeating: Int32(0), count: columns)
        var rank = Int32(0)
        // SAFETY: `factors` holds rows × columns, `answer` the longer of the two and `pivots`
        // columns numbers; LAPACK keeps none of them.
        let info = unsafe clapack_least_squares(
            Int32(rows),
            Int32(columns),
            1,
            &factors,
            &answer,
            &pivots,
            tolerance,
            &rank
        )
        return info == 0 ? (Array(answer.prefix(columns)), Int(rank)) : nil
    }

    /// Eigenvalues, ascending, and their vectors as columns, of a symmetric matrix.
    ///
    /// Only the lower triangle is read; `nil` when LAPACK does not converge.
    public func symmetricEigen() -> (values: [Double], vectors: Matrix)? {
        precondition(rows == columns)
        guard rows > 0 else { return ([], self) }
        var vectors = self
        var values = Array(repeating: 0.0, count: rows)
        // SAFETY: `vectors.storage` holds rows × rows and `values` rows numbers; LAPACK keeps
        // neither.
        let info = unsafe clapack_symmetric_eigen(Int32(rows), &vectors.storage, &values)
        return info == 0 ? (values, vectors) : nil
    }
}
