internal import Foundation

/// Fellegi and Sunter's model of pairs, found by EM from patterns of agreement.
///
/// Fellegi and Sunter, *JASA* 64 (1969) 1183–1210; Winkler, *Using the EM Algorithm for Weight
/// Computation in the Fellegi–Sunter Model* (2000). Fields agree or disagree independently among
/// matches and among the rest; a comparison that is missing says nothing, as in Splink.
public struct FellegiSunter: Sendable, Equatable {
    /// The share of pairs that match.
    public let share: Double

    /// For each field the probability to agree among matches.
    public let m: [Double]

    /// For each field the probability to agree among the rest.
    public let u: [Double]

    /// The log-likelihood, which no round lowers.
    public let logLikelihood: Double

    /// How many rounds it took.
    public let rounds: Int

    /// Whether it came to rest.
    public let hasSettled: Bool

    /// Fits.
    ///
    /// - Parameters:
    ///   - patterns: for each pattern whether each field agrees; `nil` when not compared.
    ///   - counts: pairs with the pattern.
    ///   - start: first guesses of the share, and of m and u of every field.
    ///   - fixedU: u of each field when it is known, as from random pairs.
    ///   - maxRounds: where to give up.
    public init(
        patterns: [[Bool?]],
        counts: [Double],
        start: (share: Double, m: Double, u: Double) = (0.1, 0.9, 0.1),
        fixedU: [Double]? = nil,
        maxRounds: Int = 100_000
    ) {
        let fields = patterns.first?.count ?? 0
        var share = start.share
        var m = Array(repeating: start.m, count: fields)
        var u = fixedU ?? Array(repeating: start.u, count: fields)
        let total = counts.reduce(0, +)
        var rounds = 0
        var hasSettled = false
        while rounds < maxRounds, !hasSettled {
            rounds += 1
            var matches = 0.0
            var agreeing = Array(repeating: 0.0, count: fields)
            var compared = agreeing
            var agreeingRest = agreeing
            var comparedRest = agreeing
            for (pattern, count) in zip(patterns, counts) where count > 0 {
                let weight = count * Self.probability(pattern, share, m, u).match
                matches += weight
                for (field, agrees) in pattern.enumerated() {
                    guard let agrees else { continue }
                    compared[field] += weight
                    comparedRest[field] += count - weight
                    if agrees {
                        agreeing[field] += weight
                        agreeingRest[field] += count - weight
                    }
                }
            }
            var change = abs(matches / total - share)
            share = matches / total
            for field in 0..<fields {
                let nextM = compared[field] > 0 ? agreeing[field] / compared[field] : m[field]
                change = max(change, abs(nextM - m[field]))
                m[field] = nextM
                if fixedU == nil, comparedRest[field] > 0 {
                    let nextU = agreeingRest[field] / comparedRest[field]
                    change = max(change, abs(nextU - u[field]))
                    u[field] = nextU
                }
            }
            hasSettled = change < 1e-13
        }
        // Both classes may be named either way: matches are those that agree more.
        if fixedU == nil, m.reduce(0, +) < u.reduce(0, +) {
            (m, u) = (u, m)
            share = 1 - share
        }
        self.share = share
        self.m = m
        self.u = u
        self.rounds = rounds
        self.hasSettled = hasSettled
        logLikelihood = zip(patterns, counts).filter { $1 > 0 }.map { pattern, count in
            count * log(Self.probability(pattern, share, m, u).pattern)
        }.reduce(0, +)
    }

    /// The probability that a pair with this pattern matches.
    public func probability(of pattern: [Bool?]) -> Double {
        Self.probability(pattern, share, m, u).match
    }

    /// The weight of a pattern: the sum of `log₂ (m/u)` and `log₂ ((1−m)/(1−u))`.
    public func weight(of pattern: [Bool?]) -> Double {
        var weight = 0.0
        for (field, agrees) in pattern.enumerated() {
            guard let agrees else { continue }
            weight += agrees ? log2(m[field] / u[field]) : log2((1 - m[field]) / (1 - u[field]))
        }
        return weight
    }

    private static func probability(
        _ pattern: [Bool?],
        _ share: Double,
        _ m: [Double],
        _ u: [Double]
    ) -> (match: Double, pattern: Double) {
        var match = share
        var rest = 1 - share
        for (field, agrees) in pattern.enumerated() {
            guard let agrees else { continue }
            match *= agrees ? m[field] : 1 - m[field]
            rest *= agrees ? u[field] : 1 - u[field]
        }
        return (match + rest > 0 ? match / (match + rest) : 0, match + rest)
    }
}
