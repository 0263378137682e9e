#include "CClp.h"

#include <stdlib.h>

#include <coin/Cbc_C_Interface.h>
#include <coin/Clp_C_Interface.h>

struct cclp_program {
    Clp_Simplex *model;
    int columns;
};

cclp_program *cclp_make(int columns, int rows, const int *starts, const int *row_of,
                        const double *coefficients, const double *column_low,
                        const double *column_high, const double *row_low, const double *row_high)
{
    cclp_program *program = malloc(sizeof *program);
    if (!program) return NULL;
    program->model = Clp_newModel();
    program->columns = columns;
    // Silent from the start: loading talks too.
    Clp_setLogLevel(program->model, 0);
    Clp_loadProblem(program->model, columns, rows, starts, row_of, coefficients, column_low,
                    column_high, NULL, row_low, row_high);
    // Coefficients are small whole numbers; scaling would only blur them. Perturbation draws random
    // numbers from a fixed seed, but makes the last digits depend on the road taken.
    Clp_scaling(program->model, 0);
    Clp_setPerturbation(program->model, 100);
    return program;
}

void cclp_free(cclp_program *program)
{
    if (!program) return;
    Clp_deleteModel(program->model);
    free(program);
}

void cclp_set_objective(cclp_program *program, int column, double coefficient)
{
    Clp_objective(program->model)[column] = coefficient;
}

void cclp_set_bounds(cclp_program *program, int column, double low, double high)
{
    Clp_columnLower(program->model)[column] = low;
    Clp_columnUpper(program->model)[column] = high;
}

int cclp_minimise(cclp_program *program, int dual, int iterations)
{
    Clp_setMaximumIterations(program->model, iterations);
    if (dual)
        Clp_dual(program->model, 0);
    else
        Clp_primal(program->model, 0);
    switch (Clp_status(program->model)) {
    case 0: return 0;
    case 1: return 1;
    case 2: return 2;
    case 3: return 3;
    default: return -1;
    }
}

double cclp_objective_value(const cclp_program *program)
{
    return Clp_objectiveValue(program->model);
}

void cclp_solution(const cclp_program *program, double *values)
{
    const double *from = Clp_primalColumnSolution(program->model);
    for (int column = 0; column < program->columns; column++) values[column] = from[column];
}

int cclp_iterations(const cclp_program *program)
{
    return Clp_numberIterations(program->model);
}

int ccbc_minimise(int columns, int rows, const int *starts, const int *row_of,
                  const double *coefficients, const double *column_low, const double *column_high,
                  const double *row_low, const double *row_high, const double *objective,
                  double seconds, double *value, double *solution)
{
    Cbc_Model *model = Cbc_newModel();
    Cbc_setLogLevel(model, 0);
    Cbc_setParameter(model, "log", "0");
    Cbc_setParameter(model, "slog", "0");
    Cbc_loadProblem(model, columns, rows, starts, row_of, coefficients, column_low, column_high,
                    objective, row_low, row_high);
    for (int column = 0; column < columns; column++) Cbc_setInteger(model, column);
    Cbc_setMaximumSeconds(model, seconds);
    Cbc_solve(model);
    int result = -1;
    if (Cbc_isProvenOptimal(model)) {
        result = 0;
        *value = Cbc_getObjValue(model);
        const double *from = Cbc_getColSolution(model);
        for (int column = 0; column < columns; column++) solution[column] = from[column];
    } else if (Cbc_isProvenInfeasible(model)) {
        result = 1;
    } else if (Cbc_isContinuousUnbounded(model)) {
        result = 2;
    } else if (Cbc_status(model) == 1) {
        result = 3;
    }
    Cbc_deleteModel(model);
    return result;
}
