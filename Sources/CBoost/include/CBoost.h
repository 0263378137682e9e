/// Probability distributions of Boost.Math with a C face.
///
/// Every function gives NaN where its arguments lie outside the domain; no exception crosses. For
/// each distribution: density (mass), lower tail, upper tail, and the value at a lower or upper
/// tail. Quantiles of discrete distributions are the smallest value whose lower tail is at least p.
#ifndef CBOOST_H
#define CBOOST_H

#ifdef __cplusplus
extern "C" {
#endif

#define CBOOST_ONE(name) \
    double cboost_##name##_density(double x, double a); \
    double cboost_##name##_lower(double x, double a); \
    double cboost_##name##_upper(double x, double a); \
    double cboost_##name##_at_lower(double p, double a); \
    double cboost_##name##_at_upper(double p, double a);

#define CBOOST_TWO(name) \
    double cboost_##name##_density(double x, double a, double b); \
    double cboost_##name##_lower(double x, double a, double b); \
    double cboost_##name##_upper(double x, double a, double b); \
    double cboost_##name##_at_lower(double p, double a, double b); \
    double cboost_##name##_at_upper(double p, double a, double b);

#define CBOOST_THREE(name) \
    double cboost_##name##_density(double x, double a, double b, double c); \
    double cboost_##name##_lower(double x, double a, double b, double c); \
    double cboost_##name##_upper(double x, double a, double b, double c); \
    double cboost_##name##_at_lower(double p, double a, double b, double c); \
    double cboost_##name##_at_upper(double p, double a, double b, double c);

/// Mean, standard deviation.
CBOOST_TWO(normal)
/// Degrees of freedom.
CBOOST_ONE(student_t)
/// Degrees of freedom.
CBOOST_ONE(chi_squared)
/// Degrees of freedom above and below.
CBOOST_TWO(fisher_f)
/// Shapes.
CBOOST_TWO(beta)
/// Shape, scale.
CBOOST_TWO(gamma)
/// Trials, probability.
CBOOST_TWO(binomial)
/// Mean.
CBOOST_ONE(poisson)
/// Size (may be no whole number), probability; failures before the size-th success.
CBOOST_TWO(negative_binomial)
/// White balls, balls drawn, balls in all.
CBOOST_THREE(hypergeometric)
/// Degrees of freedom, noncentrality.
CBOOST_TWO(noncentral_t)
/// Degrees of freedom, noncentrality.
CBOOST_TWO(noncentral_chi_squared)
/// Degrees of freedom above and below, noncentrality.
CBOOST_THREE(noncentral_f)

double cboost_log_gamma(double x);
double cboost_digamma(double x);
double cboost_trigamma(double x);
double cboost_log_beta(double a, double b);

#ifdef __cplusplus
}
#endif

#endif
