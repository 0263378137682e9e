/// Estimates with standard errors, drawn towards their mean; random effects being normal.
///
/// Variance between units by restricted maximum likelihood or by the moments of DerSimonian and
/// Laird; best linear unbiased predictions with the error of the mean carried along. R's `metafor`:
/// `blup(rma(yi, sei = se))`. Raudenbush and Bryk (1985); Viechtbauer, *J. Stat. Softw.* 36 (2010).
public struct NormalNormal: Sendable, Equatable {
    /// How the variance between units is found.
    public enum Between: String, CaseIterable, Sendable {
        /// Restricted maximum likelihood.
        case reml
        /// Moments, after DerSimonian and Laird 1986.
        case moments
    }

    /// The mean over units.
    public let mean: Double

    /// Its standard error.
    public let meanError: Double

    /// Variance between units.
    public let tau2: Double

    /// The predictions.
    public let values: [Double]

    /// Their standard errors.
    public let errors: [Double]

    /// Fits; `nil` with fewer than two units or when the likelihood does not settle.
    public init?(estimates: [Double], errors: [Double], between: Between = .reml) {
        guard estimates.count > 1, errors.allSatisfy({ $0 > 0 }) else { return nil }
        let variances = errors.map { $0 * $0 }
        let moments = max(0, Self.moments(estimates, variances))
        guard
            let tau2 = between == .moments
                ? moments : Self.restricted(estimates, variances, moments)
        else { return nil }
        let weights = variances.map { 1 / ($0 + tau2) }
        let total = weights.reduce(0, +)
        let mean = zip(weights, estimates).map { $0 * $1 }.reduce(0, +) / total
        self.mean = mean
        self.tau2 = tau2
        meanError = 1 / total.squareRoot()
        values = zip(estimates, variances).map { estimate, variance in
            mean + tau2 / (tau2 + variance) * (estimate - mean)
        }
        self.errors = variances.map { variance in
            let share = tau2 / (tau2 + variance)
            return (share * variance + (1 - share) * (1 - share) / total).squareRoot()
        }
    }

    private static func moments(_ y: [Double], _ v: [Double]) -> Double {
        let w = v.map { 1 / $0 }
        let total = w.reduce(0, +)
        let mean = zip(w, y).map { $0 * $1 }.reduce(0, +) / total
        let q = zip(w, y).map { $0 * ($1 - mean) * ($1 - mean) }.reduce(0, +)
        let squares = w.map { $0 * $0 }.reduce(0, +)
        return (q - Double(y.count - 1)) / (total - squares / total)
    }

    /// Fisher scoring with halved steps below 0, as metafor.
    private static func restricted(_ y: [Double], _ v: [Double], _ start: Double) -> Double? {
        var tau2 = start
        for _ in 0..<1000 {
            let w = v.map { 1 / ($0 + tau2) }
            let total = w.reduce(0, +)
            let squares = w.map { $0 * $0 }.reduce(0, +)
            let cubes = w.map { $0 * $0 * $0 }.reduce(0, +)
            let mean = zip(w, y).map { $0 * $1 }.reduce(0, +) / total
            // y' P P y and traces of P and P P, P being the residual projection.
            let gap = zip(w, y).map { $0 * $0 * ($1 - mean) * ($1 - mean) }.reduce(0, +)
            let trace = total - squares / total
            let trace2 = squares - 2 * cubes / total + squares * squares / (total * total)
            var step = (gap - trace) / trace2
            while tau2 + step < 0 {
                if tau2 < 1e-300 { return 0 }
                step /= 2
                if abs(step) < 1e-14 * (1 + tau2) { return 0 }
            }
            tau2 += step
            if abs(step) <= 1e-13 * tau2 { return tau2 }
        }
        return nil
    }
}
