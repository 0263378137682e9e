// The only C++ of the house: Boost.Math behind functions of C. See Decisions/0020.
#include "CBoost.h"

#include <boost/math/distributions.hpp>
#include <boost/math/special_functions.hpp>

#include <cmath>
#include <limits>

namespace {

namespace bm = boost::math;
namespace bp = boost::math::policies;

// Arguments outside the domain give NaN instead of an exception; quantiles of discrete
// distributions are whole and have at least the wanted lower tail.
using Quiet = bp::policy<
    bp::domain_error<bp::ignore_error>,
    bp::pole_error<bp::ignore_error>,
    bp::overflow_error<bp::ignore_error>,
    bp::evaluation_error<bp::ignore_error>,
    bp::rounding_error<bp::ignore_error>,
    bp::indeterminate_result_error<bp::ignore_error>,
    bp::discrete_quantile<bp::integer_round_up>>;

// Some paths of Boost throw whatever the policy says (bad_alloc among them): nothing crosses.
template <class Work>
double guarded(Work work) noexcept {
    try {
        return static_cast<double>(work());
    } catch (...) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

template <class D>
double density(const D &d, double x) { return bm::pdf(d, x); }
template <class D>
double lower(const D &d, double x) { return bm::cdf(d, x); }
template <class D>
double upper(const D &d, double x) { return bm::cdf(bm::complement(d, x)); }
template <class D>
double at_lower(const D &d, double p) { return bm::quantile(d, p); }
template <class D>
double at_upper(const D &d, double p) { return bm::quantile(bm::complement(d, p)); }

using Normal = bm::normal_distribution<double, Quiet>;
using StudentT = bm::students_t_distribution<double, Quiet>;
using ChiSquared = bm::chi_squared_distribution<double, Quiet>;
using FisherF = bm::fisher_f_distribution<double, Quiet>;
using Beta = bm::beta_distribution<double, Quiet>;
using Gamma = bm::gamma_distribution<double, Quiet>;
using Binomial = bm::binomial_distribution<double, Quiet>;
using Poisson = bm::poisson_distribution<double, Quiet>;
using NegativeBinomial = bm::negative_binomial_distribution<double, Quiet>;
using NoncentralT = bm::non_central_t_distribution<double, Quiet>;
using NoncentralChiSquared = bm::non_central_chi_squared_distribution<double, Quiet>;
using NoncentralF = bm::non_central_f_distribution<double, Quiet>;

// Boost counts in unsigned numbers here: whatever is no such number has no distribution.
class Hypergeometric {
public:
    Hypergeometric(double white, double drawn, double all)
        : valid_(whole(white) && whole(drawn) && whole(all) && white <= all && drawn <= all),
          d_(valid_ ? static_cast<unsigned>(white) : 0u,
             valid_ ? static_cast<unsigned>(drawn) : 0u,
             valid_ ? static_cast<unsigned>(all) : 1u) {}

    double run(double (*work)(const bm::hypergeometric_distribution<double, Quiet> &, double),
               double x) const {
        return valid_ ? work(d_, x) : std::numeric_limits<double>::quiet_NaN();
    }

private:
    static bool whole(double x) { return x >= 0 && x < 4294967296.0 && std::floor(x) == x; }

    bool valid_;
    bm::hypergeometric_distribution<double, Quiet> d_;
};

double density(const Hypergeometric &d, double x) {
    return d.run(density<bm::hypergeometric_distribution<double, Quiet>>, x);
}
double lower(const Hypergeometric &d, double x) {
    return d.run(lower<bm::hypergeometric_distribution<double, Quiet>>, x);
}
double upper(const Hypergeometric &d, double x) {
    return d.run(upper<bm::hypergeometric_distribution<double, Quiet>>, x);
}
double at_lower(const Hypergeometric &d, double p) {
    return d.run(at_lower<bm::hypergeometric_distribution<double, Quiet>>, p);
}
double at_upper(const Hypergeometric &d, double p) {
    return d.run(at_upper<bm::hypergeometric_distribution<double, Quiet>>, p);
}

}  // namespace

#define FIVE(name, make, parameters) \
    double cboost_##name##_density parameters { \
        return guarded([=] { return density(make, x); }); \
    } \
    double cboost_##name##_lower parameters { return guarded([=] { return lower(make, x); }); } \
    double cboost_##name##_upper parameters { return guarded([=] { return upper(make, x); }); } \
    double cboost_##name##_at_lower parameters { \
        return guarded([=] { return at_lower(make, x); }); \
    } \
    double cboost_##name##_at_upper parameters { \
        return guarded([=] { return at_upper(make, x); }); \
    }
#define ONE(name, type) FIVE(name, type(a), (double x, double a))
#define TWO(name, type) FIVE(name, type(a, b), (double x, double a, double b))
#define THREE(name, type) FIVE(name, type(a, b, c), (double x, double a, double b, double c))

extern "C" {

TWO(normal, Normal)
ONE(student_t, StudentT)
ONE(chi_squared, ChiSquared)
TWO(fisher_f, FisherF)
TWO(beta, Beta)
TWO(gamma, Gamma)
TWO(binomial, Binomial)
ONE(poisson, Poisson)
TWO(negative_binomial, NegativeBinomial)
THREE(hypergeometric, Hypergeometric)
TWO(noncentral_t, NoncentralT)
TWO(noncentral_chi_squared, NoncentralChiSquared)
THREE(noncentral_f, NoncentralF)

double cboost_log_gamma(double x) {
    return guarded([=] { return bm::lgamma(x, Quiet()); });
}
double cboost_digamma(double x) {
    return guarded([=] { return bm::digamma(x, Quiet()); });
}
double cboost_trigamma(double x) {
    return guarded([=] { return bm::trigamma(x, Quiet()); });
}
double cboost_log_beta(double a, double b) {
    return guarded([=] {
        return bm::lgamma(a, Quiet()) + bm::lgamma(b, Quiet()) - bm::lgamma(a + b, Quiet());
    });
}

}
