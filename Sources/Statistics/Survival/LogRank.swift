internal import Foundation

/// The log-rank test, or Fleming and Harrington's with weight `S(t−)^ρ`, perhaps within strata.
///
/// Mantel 1966; Harrington and Fleming, *Biometrika* 69 (1982) 553–566. Hypergeometric variances; R's
/// `survival::survdiff`.
public struct LogRank: Sendable, Equatable {
    /// Events seen in each group, weighted when `ρ` is not 0.
    public let observed: [Double]

    /// Events expected in each group when all groups are alike.
    public let expected: [Double]

    /// Covariance of `observed − expected`.
    public let covariance: Matrix

    /// The statistic; undefined when no two groups were ever at risk together.
    public let chiSquared: Double

    /// Its degrees of freedom.
    public let df: Int

    /// Tests.
    ///
    /// - Parameters:
    ///   - strata: persons of each stratum: time, whether with event, entry and group from 0.
    ///   - groupCount: how many groups there are.
    ///   - rho: the power of the weight.
    public init(
        strata: [[(time: Double, event: Bool, entry: Double, group: Int)]],
        groupCount: Int,
        rho: Double = 0
    ) {
        var observed = Array(repeating: 0.0, count: groupCount)
        var expected = observed
        var covariance = Matrix(rows: groupCount, columns: groupCount)
        for persons in strata {
            var survival = 1.0
            let pooled = EventTable(
                times: persons.map(\.time),
                causes: persons.map { $0.event ? 1 : 0 },
                entries: persons.map(\.entry)
            )
            let groups = (0..<groupCount).map { place in
                GroupAtRisk(persons.filter { $0.group == place })
            }
            for row in pooled.rows where row.allEvents > 0 {
                let weight = pow(survival, rho)
                let n = row.atRisk
                let d = row.allEvents
                let atRisk = groups.map { $0.atRisk(row.time) }
                for place in 0..<groupCount {
                    observed[place] += weight * groups[place].events(row.time)
                }
                let spread = n > 1 ? weight * weight * d * (n - d) / (n * n * (n - 1)) : 0
                for i in 0..<groupCount {
                    expected[i] += weight * d * atRisk[i] / n
                    for j in 0..<groupCount {
                        covariance[i, j] += spread * atRisk[i] * ((i == j ? n : 0) - atRisk[j])
                    }
                }
                survival *= (n - d) / n
            }
        }
        self.observed = observed
        self.expected = expected
        self.covariance = covariance
        (chiSquared, df) = QuadraticForm.statistic(
            zip(observed, expected).map { $0 - $1 },
            covariance,
            among: expected.indices.filter { expected[$0] > 0 }
        )
    }
}

/// Who of a group is at risk at a time, by searching sorted times.
private struct GroupAtRisk {
    private let times: [Double]
    private let entries: [Double]
    private let eventTimes: [Double]

    init(_ persons: [(time: Double, event: Bool, entry: Double, group: Int)]) {
        times = persons.map(\.time).sorted()
        entries = persons.map(\.entry).sorted()
        eventTimes = persons.filter(\.event).map(\.time).sorted()
    }

    func atRisk(_ time: Double) -> Double {
        Double(Self.below(time, in: entries) - Self.below(time, in: times))
    }

    func events(_ time: Double) -> Double {
        Double(Self.below(time.nextUp, in: eventTimes) - Self.below(time, in: eventTimes))
    }

    /// How many of the sorted numbers lie below a number.
    private static func below(_ bound: Double, in sorted: [Double]) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// `u' V⁻¹ u` for numbers that sum to 0.
enum QuadraticForm {
    /// The statistic without the last of the groups that count, and its degrees of freedom.
    static func statistic(
        _ u: [Double],
        _ covariance: Matrix,
        among groups: [Int]
    ) -> (Double, Int) {
        let kept = Array(groups.dropLast())
        guard !kept.isEmpty else { return (.nan, 0) }
        var part = Matrix(rows: kept.count, columns: kept.count)
        for (i, from) in kept.enumerated() {
            for (j, to) in kept.enumerated() { part[i, j] = covariance[from, to] }
        }
        let gaps = kept.map { u[$0] }
        guard let solved = part.solve(gaps) else { return (.nan, kept.count) }
        return (zip(gaps, solved).map { $0 * $1 }.reduce(0, +), kept.count)
    }
}
