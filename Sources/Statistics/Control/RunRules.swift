internal import Foundation

/// Whether a series runs too long on one side of its centre, or crosses it too seldom.
///
/// Anhøj and Olesen, *PLoS ONE* 9 (2014) e113825; R's `qicharts2`. Values on the centre line do not
/// count. With `n` useful values the longest run should not pass `log₂ n + 3`, rounded, and crossings
/// should not stay below the 5 % point of a binomial with `n − 1` trials of ½.
public struct RunRules: Sendable, Equatable {
    /// Values that do not lie on the centre line.
    public let useful: Int
    /// The longest run on one side.
    public let longestRun: Int
    /// The longest run that chance allows; 0 without useful values.
    public let longestAllowed: Int
    /// How often the series crosses the centre line.
    public let crossings: Int
    /// The fewest crossings that chance allows.
    public let fewestAllowed: Int

    /// Whether either rule signals.
    public var hasSignal: Bool {
        useful > 0 && (longestRun > longestAllowed || crossings < fewestAllowed)
    }

    /// Counts runs and crossings, in the order of time.
    public init(_ values: [Double], centre: Double) {
        let sides = values.filter { $0 != centre }.map { $0 > centre }
        var longest = 0
        var current = 0
        var crossings = 0
        for (place, side) in sides.enumerated() {
            if place > 0, sides[place - 1] == side {
                current += 1
            } else {
                if place > 0 { crossings += 1 }
                current = 1
            }
            longest = max(longest, current)
        }
        useful = sides.count
        longestRun = longest
        self.crossings = crossings
        guard !sides.isEmpty else {
            longestAllowed = 0
            fewestAllowed = 0
            return
        }
        longestAllowed = Int((log2(Double(sides.count)) + 3).rounded(.toNearestOrEven))
        fewestAllowed =
            sides.count > 1
            ? Int(
                Binomial.quantile(
                    lower: 0.05,
                    trials: Double(sides.count - 1),
                    probability: 0.5
                )
            ) : 0
    }
}
