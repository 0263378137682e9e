import Foundation

/// How far a weight may move, and at what price: the distance that a calibration keeps small.
///
/// Each is given by the factor *g* = *F*(*u*) on a weight for a linear predictor *u*; Deville and
/// Särndal 1992, §2.
public enum CalibrationFunction: Sendable, Equatable {
    /// *g* = 1 + *u* (GREG), cut off at the bounds when there are any.
    case linear(lower: Double, upper: Double)
    /// *g* = exp *u* (raking), cut off at the bounds when there are any.
    case raking(lower: Double, upper: Double)
    /// A logistic curve between two finite bounds, lower < 1 < upper.
    case logit(lower: Double, upper: Double)

    /// The factor for a linear predictor.
    public func factor(_ u: Double) -> Double {
        switch self {
        case .linear(let lower, let upper): return min(max(1 + u, lower), upper)
        case .raking(let lower, let upper): return min(max(exp(u), lower), upper)
        case .logit(let lower, let upper):
            let steep = (upper - lower) / ((upper - 1) * (1 - lower))
            // Written with a decaying exponential on either side, so that neither end overflows.
            if u > 0 {
                let decay = exp(-steep * u)
                return (lower * (upper - 1) * decay + upper * (1 - lower))
                    / ((upper - 1) * decay + (1 - lower))
            }
            let growth = exp(steep * u)
            return (lower * (upper - 1) + upper * (1 - lower) * growth)
                / (upper - 1 + (1 - lower) * growth)
        }
    }

    /// The slope of the factor; 0 where it is cut off.
    public func slope(_ u: Double) -> Double {
        let factor = factor(u)
        switch self {
        case .linear(let lower, let upper): return factor > lower && factor < upper ? 1 : 0
        case .raking(let lower, let upper): return factor > lower && factor < upper ? factor : 0
        case .logit(let lower, let upper):
            let steep = (upper - lower) / ((upper - 1) * (1 - lower))
            return steep * (factor - lower) * (upper - factor) / (upper - lower)
        }
    }
}
