internal import Foundation

/// The scale on which the limits of a survival probability are symmetric.
///
/// Names and borders as R's `survfit`: limits are kept within 0…1, and are undefined where the
/// probability is 0, or 1 on the scale log-log.
public enum SurvivalInterval: String, CaseIterable, Sendable {
    /// Logarithm; the default.
    case log
    /// Logarithm of minus the logarithm.
    case logLog = "log-log"
    /// The probability itself.
    case plain

    /// The limits.
    ///
    /// - Parameters:
    ///   - probability: the estimate.
    ///   - error: its standard error.
    ///   - z: the normal quantile to reach to.
    /// - Returns: limits within 0…1.
    public func limits(_ probability: Double, error: Double, z: Double) -> Interval {
        guard probability > 0, error.isFinite else { return .undefined }
        let relative = error / probability
        switch self {
        case .plain:
            let limits = Interval(around: probability, error: error, z: z)
            return Interval(max(0, limits.lower), min(1, limits.upper))
        case .log:
            return Interval(
                probability * exp(-z * relative),
                min(1, probability * exp(z * relative))
            )
        case .logLog:
            guard probability < 1 else { return .undefined }
            let logarithm = Foundation.log(probability)
            let half = z * relative / logarithm
            // `half` is below 0: the lower limit has the greater exponent.
            return Interval(exp(logarithm * exp(-half)), exp(logarithm * exp(half)))
        }
    }
}
