#include "CLAPACK.h"

#include <lapacke.h>

int clapack_solve(int n, int columns, double *a, double *b, int *pivots) {
    return LAPACKE_dgesv(LAPACK_COL_MAJOR, n, columns, a, n, pivots, b, n);
}

int clapack_cholesky(int n, double *a) {
    return LAPACKE_dpotrf(LAPACK_COL_MAJOR, 'L', n, a, n);
}

int clapack_cholesky_solve(int n, int columns, const double *factor, double *b) {
    return LAPACKE_dpotrs(LAPACK_COL_MAJOR, 'L', n, columns, factor, n, b, n);
}

int clapack_cholesky_inverse(int n, double *factor) {
    return LAPACKE_dpotri(LAPACK_COL_MAJOR, 'L', n, factor, n);
}

int clapack_least_squares(int rows, int columns, int right, double *a, double *b, int *pivots,
                          double tolerance, int *rank) {
    int longest = rows > columns ? rows : columns;
    return LAPACKE_dgelsy(LAPACK_COL_MAJOR, rows, columns, right, a, rows, b, longest, pivots,
                          tolerance, rank);
}

int clapack_symmetric_eigen(int n, double *a, double *values) {
    return LAPACKE_dsyev(LAPACK_COL_MAJOR, 'V', 'L', n, a, n, values);
}
