/// Cochran and Armitage's test for a trend in proportions.
///
/// Armitage, *Biometrics* 11 (1955) 375–386; χ² as R's `prop.trend.test`.
public struct CochranArmitage: Sendable, Equatable {
    /// The score: above 0 when proportions rise.
    public let z: Double

    /// The slope of the proportion for one unit of time, weighted by trials.
    public let slope: Double

    /// Tests; numbers are undefined when all or none succeed or time stands still.
    public init(successes: [Double], trials: [Double], times: [Double]) {
        let total = trials.reduce(0, +)
        let share = successes.reduce(0, +) / total
        let middle = zip(trials, times).map { $0 * $1 }.reduce(0, +) / total
        let cross = zip(zip(successes, trials), times)
            .map { ($0.0 - $0.1 * share) * ($1 - middle) }.reduce(0, +)
        let spread = zip(trials, times).map { $0 * ($1 - middle) * ($1 - middle) }.reduce(0, +)
        z = cross / (share * (1 - share) * spread).squareRoot()
        slope = cross / spread
    }
}
