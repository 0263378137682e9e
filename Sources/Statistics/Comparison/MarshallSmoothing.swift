/// Rates drawn towards their mean by moments, without a distribution.
///
/// Marshall, *Applied Statistics* 40 (1991) 283–294, the global estimator; R's `spdep::EBest` for
/// Poisson counts. A negative variance between units counts as 0: all rates are then the mean.
public struct MarshallSmoothing: Sendable, Equatable {
    /// All events over all population.
    public let mean: Double

    /// Variance between units, before it is cut off at 0.
    public let variance: Double

    /// The smoothed rates.
    public let rates: [Double]

    /// Smooths.
    ///
    /// - Parameters:
    ///   - events: events.
    ///   - population: persons or events expected, above 0.
    public init(events: [Double], population: [Double]) {
        let total = population.reduce(0, +)
        let mean = events.reduce(0, +) / total
        let raw = zip(events, population).map { $0 / $1 }
        let spread =
            zip(raw, population).map { $1 * ($0 - mean) * ($0 - mean) }.reduce(0, +) / total
        let variance = spread - mean / (total / Double(events.count))
        let between = max(0, variance)
        self.mean = mean
        self.variance = variance
        rates = zip(raw, population).map { rate, size in
            let weight = between > 0 ? between / (between + mean / size) : 0
            return mean + weight * (rate - mean)
        }
    }
}
