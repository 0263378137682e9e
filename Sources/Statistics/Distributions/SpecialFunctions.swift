internal import CBoost

/// The logarithm of the absolute gamma function.
///
/// From Boost.Math.
public func logGamma(_ x: Double) -> Double { cboost_log_gamma(x) }

/// The first derivative of the logarithm of the gamma function.
///
/// From Boost.Math.
public func digamma(_ x: Double) -> Double { cboost_digamma(x) }

/// The second derivative of the logarithm of the gamma function.
///
/// From Boost.Math.
public func trigamma(_ x: Double) -> Double { cboost_trigamma(x) }

/// The logarithm of the beta function.
///
/// From Boost.Math.
public func logBeta(_ a: Double, _ b: Double) -> Double { cboost_log_beta(a, b) }
