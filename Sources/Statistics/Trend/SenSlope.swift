/// Sen's slope: the median of the slopes of all pairs.
///
/// Sen, *JASA* 63 (1968) 1379–1389; limits from the variance of Mann and Kendall's statistic, at the
/// ranks `(k ∓ C) / 2`, the upper one place further, rounded half to even as R's
/// `trend::sens.slope`.
public struct SenSlope: Sendable, Equatable {
    /// The slope for one unit of time; undefined without pairs.
    public let slope: Double

    /// Its limits; undefined where the series is too short for them.
    public let limits: Interval

    /// Works the slope out; with seasons, from pairs within a season.
    ///
    /// - Parameters:
    ///   - seasons: for each season the times, rising, and values.
    ///   - level: confidence, as 0.95.
    public init(seasons: [(times: [Double], values: [Double])], level: Double = 0.95) {
        var slopes: [Double] = []
        for (times, values) in seasons {
            for early in values.indices {
                for late in (early + 1)..<max(early + 1, values.count)
                where times[late] > times[early] {
                    slopes.append((values[late] - values[early]) / (times[late] - times[early]))
                }
            }
        }
        slopes.sort()
        slope = Quantile.median(slopes)
        let variance = MannKendall(seasons: seasons.map(\.values)).variance
        let half = Statistics.z(level: level) * variance.squareRoot()
        let k = Double(slopes.count)
        let low = Int(((k - half) / 2).rounded(.toNearestOrEven))
        let high = Int(((k + half) / 2 + 1).rounded(.toNearestOrEven))
        limits = Interval(
            slopes.indices.contains(low - 1) ? slopes[low - 1] : .nan,
            slopes.indices.contains(high - 1) ? slopes[high - 1] : .nan
        )
    }
}
