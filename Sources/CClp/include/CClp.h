/// The few calls of COIN-OR Clp and Cbc that the house uses: a linear program that is solved again
/// and again with another objective or other bounds, and its whole-number twin.
///
/// Columns are compressed: the rows and coefficients of column j stand at starts[j] up to
/// starts[j + 1]. A bound of ±DBL_MAX is no bound. Sizes are checked by the caller.
#ifndef CCLP_H
#define CCLP_H

#ifdef __cplusplus
extern "C" {
#endif

/// A program with its last basis, from which the next solve starts.
typedef struct cclp_program cclp_program;

/// Makes a program; the arrays are copied. NULL when there is no memory.
cclp_program *cclp_make(int columns, int rows, const int *starts, const int *row_of,
                        const double *coefficients, const double *column_low,
                        const double *column_high, const double *row_low, const double *row_high);

void cclp_free(cclp_program *program);

/// Sets the coefficient of one column in the objective, which is minimised.
void cclp_set_objective(cclp_program *program, int column, double coefficient);

/// Sets the bounds of one column.
void cclp_set_bounds(cclp_program *program, int column, double low, double high);

/// Minimises from the last basis: `dual` 1 with the dual simplex, 0 with the primal.
/// 0 optimal, 1 no solution, 2 unbounded, 3 stopped, -1 failed.
int cclp_minimise(cclp_program *program, int dual, int iterations);

/// The value of the objective after a solve.
double cclp_objective_value(const cclp_program *program);

/// Copies the solution, one value to a column.
void cclp_solution(const cclp_program *program, double *values);

/// The number of simplex steps of the last solve.
int cclp_iterations(const cclp_program *program);

/// Minimises over whole numbers with branch and cut. The result as of `cclp_minimise`;
/// `value` gets the least value when the result is 0.
int ccbc_minimise(int columns, int rows, const int *starts, const int *row_of,
                  const double *coefficients, const double *column_low, const double *column_high,
                  const double *row_low, const double *row_high, const double *objective,
                  double seconds, double *value, double *solution);

#ifdef __cplusplus
}
#endif

#endif
