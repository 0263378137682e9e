/// A directly standardised rate with the gamma interval of Fay and Feuer.
///
/// Fay and Feuer, *Statistics in Medicine* 16 (1997) 791–801.
public struct DirectStandardisation: Sendable, Equatable {
    /// Events over population, without standardisation.
    public let crude: Double

    /// The rate with the standard's weights.
    public let rate: Double

    /// Its variance, events being Poisson counts.
    public let variance: Double

    private let largestWeight: Double

    /// Standardises; `nil` when a stratum with weight has no population, so no known rate.
    ///
    /// Weights are scaled to sum to 1.
    ///
    /// - Parameters:
    ///   - events: events in each stratum.
    ///   - population: persons or person-years in each stratum.
    ///   - standard: the standard population's size in each stratum.
    public init?(events: [Double], population: [Double], standard: [Double]) {
        precondition(events.count == population.count && events.count == standard.count)
        let total = standard.reduce(0, +)
        guard total > 0 else { return nil }
        var rate = 0.0
        var variance = 0.0
        var largest = 0.0
        for ((d, n), w) in zip(zip(events, population), standard) where w > 0 {
            guard n > 0 else { return nil }
            let weight = w / total / n
            rate += weight * d
            variance += weight * weight * d
            largest = max(largest, weight)
        }
        crude = events.reduce(0, +) / population.reduce(0, +)
        self.rate = rate
        self.variance = variance
        largestWeight = largest
    }

    /// The limits; the upper one is that of one event more, with the largest weight.
    public func limits(level: Double = 0.95) -> Interval {
        let tail = (1 - level) / 2
        let moreRate = rate + largestWeight
        let moreVariance = variance + largestWeight * largestWeight
        return Interval(
            rate == 0
                ? 0
                : Gamma.quantile(
                    lower: tail,
                    shape: rate * rate / variance,
                    scale: variance / rate
                ),
            Gamma.quantile(
                upper: tail,
                shape: moreRate * moreRate / moreVariance,
                scale: moreVariance / moreRate
            )
        )
    }
}
