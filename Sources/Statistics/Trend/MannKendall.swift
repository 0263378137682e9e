/// Mann and Kendall's test for a monotone trend, with ties.
///
/// Mann, *Econometrica* 13 (1945) 245–259; Kendall, *Rank Correlation Methods* (1975). With seasons
/// the statistics and variances of the seasons are added: Hirsch, Slack and Smith, *Water Resources
/// Research* 18 (1982) 107–121. R's `trend::mk.test` and `smk.test`.
public struct MannKendall: Sendable, Equatable {
    /// Pairs that rise less pairs that fall.
    public let s: Double

    /// Its variance when there is no trend.
    public let variance: Double

    /// Pairs that are compared.
    let pairs: Double

    /// Pairs whose values are equal.
    let tiedPairs: Double

    /// Tests one series, in the order of time.
    public init(_ values: [Double]) {
        self.init(seasons: [values])
    }

    /// Tests the series of seasons together.
    public init(seasons: [[Double]]) {
        var s = 0.0
        var variance = 0.0
        var pairs = 0.0
        var tied = 0.0
        for values in seasons {
            for (place, early) in values.enumerated() {
                for late in values[(place + 1)...] {
                    s += late > early ? 1 : late < early ? -1 : 0
                }
            }
            let n = Double(values.count)
            pairs += n * (n - 1) / 2
            variance += n * (n - 1) * (2 * n + 5) / 18
            let sorted = values.sorted()
            var start = 0
            while start < sorted.count {
                var end = start
                while end + 1 < sorted.count, sorted[end + 1] == sorted[start] { end += 1 }
                let t = Double(end - start + 1)
                tied += t * (t - 1) / 2
                variance -= t * (t - 1) * (2 * t + 5) / 18
                start = end + 1
            }
        }
        self.s = s
        self.variance = variance
        self.pairs = pairs
        tiedPairs = tied
    }

    /// The score, drawn 1 towards 0 for continuity; undefined when all values are equal.
    public func z(continuity: Bool = true) -> Double {
        guard variance > 0 else { return .nan }
        let step: Double = s > 0 ? 1 : s < 0 ? -1 : 0
        return (s - (continuity ? step : 0)) / variance.squareRoot()
    }

    /// Kendall's τ with ties in the values: `S / √(pairs (pairs − tied))`.
    public var tau: Double { s / (pairs * (pairs - tiedPairs)).squareRoot() }
}
