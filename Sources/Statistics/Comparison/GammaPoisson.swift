/// Ratios drawn towards their mean, by a gamma distribution of true ratios.
///
/// Clayton and Kaldor, *Biometrics* 43 (1987) 671–681: shape `ν` and rate `α` of the gamma are found
/// from the mean and variance of the smoothed ratios, again and again until they stand still, as in
/// R's `DCluster::empbaysmooth` (which stops after 20 rounds or at 1e-5; this goes on to 1e-12).
public struct GammaPoisson: Sendable, Equatable {
    /// The gamma's shape.
    public let nu: Double

    /// The gamma's rate.
    public let alpha: Double

    /// The smoothed ratios `(observed + ν) / (expected + α)`.
    public let ratios: [Double]

    /// Smooths; `nil` when the ratios do not differ more than chance alone lets them.
    ///
    /// - Parameters:
    ///   - observed: events.
    ///   - expected: events expected, above 0.
    public init?(observed: [Double], expected: [Double]) {
        guard observed.count > 1 else { return nil }
        var smoothed = zip(observed, expected).map { $0 / $1 }
        let count = Double(smoothed.count)
        var mean = smoothed.reduce(0, +) / count
        var variance = smoothed.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
        var nu = 0.0
        var alpha = 0.0
        var hasSettled = false
        for _ in 0..<10_000 {
            guard variance > 1e-12 * mean * mean else { return nil }
            nu = mean * mean / variance
            alpha = mean / variance
            smoothed = zip(observed, expected).map { ($0 + nu) / ($1 + alpha) }
            let nextMean = smoothed.reduce(0, +) / count
            let nextVariance =
                zip(smoothed, expected).map { ratio, expected in
                    (1 + alpha / expected) * (ratio - nextMean) * (ratio - nextMean)
                }.reduce(0, +) / (count - 1)
            hasSettled =
                abs(nextMean - mean) <= 1e-12 * (nextMean + mean)
                && abs(nextVariance - variance) <= 1e-12 * (nextVariance + variance)
            (mean, variance) = (nextMean, nextVariance)
            if hasSettled { break }
        }
        guard hasSettled else { return nil }
        self.nu = nu
        self.alpha = alpha
        ratios = smoothed
    }

    /// Equal tails of the gamma distribution that a ratio has after its events were seen.
    public func limits(observed: Double, expected: Double, level: Double = 0.95) -> Interval {
        let tail = (1 - level) / 2
        let shape = observed + nu
        let scale = 1 / (expected + alpha)
        return Interval(
            Gamma.quantile(lower: tail, shape: shape, scale: scale),
            Gamma.quantile(upper: tail, shape: shape, scale: scale)
        )
    }
}
