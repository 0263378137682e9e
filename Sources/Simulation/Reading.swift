public import Definitions
import Statistics

/// *Meting*: what a candidate sees of a world at one time.
public struct Reading: Sendable, Equatable {
    /// A count, or the number of those read in whom violence came back.
    public let value: Double
    /// What it is out of: half-years of counting, or children read.
    public let of: Double

    /// Creates a reading.
    public init(value: Double, of: Double) {
        self.value = value
        self.of = of
    }

    /// The rate.
    public var rate: Double { of > 0 ? value / of : 0 }
}

/// A candidate looks at a world.
public struct Look: Sendable {
    let measurement: SimulationDefinitions.Measurement
    /// The factor on what is recorded behind the baseline.
    let registration: Double
    let baseline: Int

    /// Creates a look of a measurement.
    public init(
        _ measurement: SimulationDefinitions.Measurement,
        registration: Double,
        baseline: Int
    ) {
        self.measurement = measurement
        self.registration = registration
        self.baseline = baseline
    }

    /// What is recorded in each half-year: of violence, and of something else.
    ///
    /// - Returns: for each half-year the records, and how many of them are about something else.
    func records(_ world: WorldCounts, _ random: inout SeededGenerator) -> [(Int, Int)] {
        guard case .count(let probability, let background, let wobble) = measurement.observation
        else { return [] }
        return world.halfYears.enumerated().map { number, half in
            let factor = number < baseline ? 1 : registration
            let events = half.count(measurement.event, onlySexual: measurement.onlySexual)
            let seen = random.thinned(events, by: probability * factor)
            let level = background * factor * Double(world.children)
            let moved = level * max(0, 1 + wobble * random.bell())
            let other = random.poisson(moved)
            return (seen + other, other)
        }
    }

    /// One sample at a half-year: those in whom violence was read, and those read.
    func sample(_ half: WorldCounts.HalfYear, _ random: inout SeededGenerator) -> Reading? {
        guard
            case .sample(
                let size,
                let participation,
                let participationViolent,
                let sensitivity,
                let falsePositive,
                let isCohort
            ) = measurement.observation
        else { return nil }
        var left = isCohort ? half.cohort : half.sample
        var read = 0
        var found = 0
        while read < size, left[0] + left[1] > 0 {
            let isViolent = random.index(below: left[0] + left[1]) < left[1]
            left[isViolent ? 1 : 0] -= 1
            let takesPart = isViolent ? participationViolent : participation
            guard random.uniform() < takesPart else { continue }
            read += 1
            if random.uniform() < (isViolent ? sensitivity : falsePositive) { found += 1 }
        }
        return Reading(value: Double(found), of: Double(read))
    }

    /// The readings at an interval, those of the baseline first.
    ///
    /// A count is kept all the time and read as the total since the last reading; a sample is drawn
    /// in the last half-year of each interval.
    func readings(
        _ world: WorldCounts,
        records: [(Int, Int)],
        interval: Int,
        _ random: inout SeededGenerator
    ) -> [Reading] {
        stride(from: 0, to: world.halfYears.count - interval + 1, by: interval).compactMap {
            first -> Reading? in
            if case .sample = measurement.observation {
                return sample(world.halfYears[first + interval - 1], &random)
            }
            let total = records[first..<(first + interval)].reduce(0) { $0 + $1.0 }
            return Reading(value: Double(total), of: Double(interval))
        }
    }
}

extension SeededGenerator {
    /// About a standard normal number: twelve uniform ones, less six.
    mutating func bell() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + uniform() }
    }

    /// So many trials that each give so many records: whole ones surely, the rest by chance.
    mutating func thinned(_ trials: Int, by expected: Double) -> Int {
        let whole = Int(expected)
        let threshold = WorldRates.bits(expected - Double(whole))
        guard threshold > 0 else { return trials * whole }
        var count = trials * whole
        for _ in 0..<trials where next() < threshold { count += 1 }
        return count
    }

    /// A Poisson number; from a mean of 40 on by the normal one of the same mean and variance.
    mutating func poisson(_ mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        guard mean < 40 else {
            return max(0, Int((mean + mean.squareRoot() * bell()).rounded()))
        }
        // Arrivals in a stretch of length `mean`: the product of uniforms stays above e^−mean.
        var count = 0
        var left = mean
        while true {
            // −log(u) by halving: u is 2^−k times a number from ½ to 1, whose logarithm is a series.
            left -= exponential()
            if left < 0 { return count }
            count += 1
        }
    }

    /// An exponential number of mean 1 by von Neumann's comparison of uniforms (1951): no logarithm,
    /// so the same on every machine.
    private mutating func exponential() -> Double {
        var whole = 0.0
        while true {
            let first = uniform()
            var last = first
            var length = 1
            while true {
                let following = uniform()
                if following >= last { break }
                last = following
                length += 1
            }
            if length % 2 == 1 { return whole + first }
            whole += 1
        }
    }
}
