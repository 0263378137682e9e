/// The few routines of LAPACK that the house uses, columns first.
///
/// Every function gives LAPACK's `info`: 0 when done, below 0 for a wrong argument, above 0 where
/// the matrix lacks what is asked (singular, not positive definite, no convergence). Matrices are
/// overwritten. Sizes are checked by the caller; nothing here allocates without freeing.
#ifndef CLAPACK_H
#define CLAPACK_H

#ifdef __cplusplus
extern "C" {
#endif

/// Solves A X = B by LU with partial pivoting; X takes the place of B.
int clapack_solve(int n, int columns, double *a, double *b, int *pivots);

/// The lower Cholesky factor in the lower triangle of A; the upper is left as it was.
int clapack_cholesky(int n, double *a);

/// Solves A X = B from the lower Cholesky factor; X takes the place of B.
int clapack_cholesky_solve(int n, int columns, const double *factor, double *b);

/// The inverse from the lower Cholesky factor, in its lower triangle.
int clapack_cholesky_inverse(int n, double *factor);

/// Least squares by QR with column pivoting; X stands in the first rows of B, whose columns are
/// max(rows, columns) long. `rank` counts columns whose condition stays under 1/tolerance.
int clapack_least_squares(int rows, int columns, int right, double *a, double *b, int *pivots,
                          double tolerance, int *rank);

/// Eigenvalues, ascending, and eigenvectors (columns of A) of a symmetric matrix.
int clapack_symmetric_eigen(int n, double *a, double *values);

#ifdef __cplusplus
}
#endif

#endif
