internal import Foundation

/// Points of a control chart with its centre and limits.
///
/// Montgomery, *Introduction to Statistical Quality Control*, 8th ed. 2019; R's `qcc`, `qicharts2`.
public struct ControlChart: Sendable, Equatable {
    /// What is charted.
    public enum Kind: String, CaseIterable, Sendable {
        /// Proportions: `p̄ ± 3 √(p̄ q̄ / n)`.
        case p
        /// Proportions with Laney's factor for what varies besides chance.
        ///
        /// Laney, *Quality Engineering* 14 (2002) 531–537.
        case pPrime = "p-prime"
        /// Events for each unit of exposure: `ū ± 3 √(ū / n)`.
        case u
        /// Rates with Laney's factor.
        case uPrime = "u-prime"
        /// Counts of equal exposure: `c̄ ± 3 √c̄`.
        case c
        /// Single measurements: mean ± 3 mean moving ranges / d₂.
        case xmr
        /// Exponentially weighted moving averages of single measurements.
        case ewma
        /// Cumulative sums of single measurements, above and below.
        case cusum
    }

    /// Settings that a chart leaves to its user.
    public struct Settings: Sendable, Equatable {
        /// Standard errors to the limits.
        public var sigmas = 3.0
        /// The centre, when it is not found from the data.
        public var target: Double?
        /// The standard deviation of single measurements, when it is not found from the data.
        public var deviation: Double?
        /// How many of the first points give centre and limits; all by default.
        public var baseline: Int?
        /// Whether moving ranges above their own limit (3.267 times their mean) are left out once.
        public var screensRanges = false
        /// The weight of the newest point of an EWMA.
        public var weight = 0.2
        /// The shift, in standard deviations, that a CUSUM is to find.
        public var shift = 1.0
        /// The height, in standard deviations, at which a CUSUM signals.
        public var decision = 5.0

        /// The usual settings.
        public init() {}
    }

    /// One point.
    public struct Point: Sendable, Equatable {
        /// What is drawn: the proportion, rate, count, measurement or average; a CUSUM's upper sum.
        public let value: Double
        /// A CUSUM's lower sum; undefined for other charts.
        public let lowerSum: Double
        /// The limits, kept within what is possible.
        public let limits: Interval
        /// Whether the point lies outside.
        public var isOutside: Bool {
            value > limits.upper || value < limits.lower || lowerSum > limits.upper
        }
    }

    /// The centre line.
    public let centre: Double

    /// Laney's factor, or the standard deviation of single measurements; undefined for others.
    public let spread: Double

    /// The points, in the order of time.
    public let points: [Point]

    /// d₂ for ranges of two: `2 / √π`, 1.128 in tables.
    private static let d2 = 2 / Double.pi.squareRoot()

    /// Draws a chart.
    ///
    /// - Parameters:
    ///   - kind: what is charted.
    ///   - values: counts or measurements, in the order of time.
    ///   - sizes: denominators, above 0, for proportions and rates.
    ///   - settings: what else is chosen.
    public init(_ kind: Kind, values: [Double], sizes: [Double]?, settings: Settings = Settings()) {
        let sizes = sizes ?? values.map { _ in 1 }
        let base = 0..<min(values.count, settings.baseline ?? values.count)
        switch kind {
        case .p, .pPrime, .u, .uPrime, .c:
            let total = base.map { values[$0] }.reduce(0, +)
            let centre = settings.target ?? total / base.map { sizes[$0] }.reduce(0, +)
            let isShare = kind == .p || kind == .pPrime
            let errors = sizes.map {
                ((isShare ? centre * (1 - centre) : centre) / $0).squareRoot()
            }
            let drawn = zip(values, sizes).map { $0 / $1 }
            var factor = 1.0
            if kind == .pPrime || kind == .uPrime {
                let scores = base.map { (drawn[$0] - centre) / errors[$0] }
                factor = Self.meanRange(scores, settings.screensRanges) / Self.d2
            }
            self.centre = centre
            spread = kind == .pPrime || kind == .uPrime ? factor : .nan
            points = zip(drawn, errors).map { value, error in
                let half = settings.sigmas * factor * error
                let limits = Interval(
                    max(0, centre - half),
                    isShare ? min(1, centre + half) : centre + half
                )
                return Point(value: value, lowerSum: .nan, limits: limits)
            }
        case .xmr, .ewma, .cusum:
            let known = base.map { values[$0] }
            let centre = settings.target ?? known.reduce(0, +) / Double(known.count)
            let deviation =
                settings.deviation ?? Self.meanRange(known, settings.screensRanges) / Self.d2
            self.centre = centre
            spread = deviation
            points = Self.points(kind, values, centre, deviation, settings)
        }
    }

    private static func points(
        _ kind: Kind,
        _ values: [Double],
        _ centre: Double,
        _ deviation: Double,
        _ settings: Settings
    ) -> [Point] {
        var average = centre
        var sums = (upper: 0.0, lower: 0.0)
        return values.enumerated().map { place, value in
            switch kind {
            case .ewma:
                let weight = settings.weight
                average = weight * value + (1 - weight) * average
                let factor = weight / (2 - weight) * (1 - pow(1 - weight, 2 * Double(place + 1)))
                return Point(
                    value: average,
                    lowerSum: .nan,
                    limits: Interval(
                        around: centre,
                        error: deviation * factor.squareRoot(),
                        z: settings.sigmas
                    )
                )
            case .cusum:
                let score = (value - centre) / deviation
                sums.upper = max(0, sums.upper + score - settings.shift / 2)
                sums.lower = max(0, sums.lower - score - settings.shift / 2)
                return Point(
                    value: sums.upper,
                    lowerSum: sums.lower,
                    limits: Interval(0, settings.decision)
                )
            default:
                return Point(
                    value: value,
                    lowerSum: .nan,
                    limits: Interval(around: centre, error: deviation, z: settings.sigmas)
                )
            }
        }
    }

    /// The mean distance between neighbours.
    private static func meanRange(_ values: [Double], _ screens: Bool) -> Double {
        guard values.count > 1 else { return .nan }
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        let mean = ranges.reduce(0, +) / Double(ranges.count)
        guard screens else { return mean }
        let kept = ranges.filter { $0 < 3.267 * mean }
        return kept.isEmpty ? mean : kept.reduce(0, +) / Double(kept.count)
    }
}
