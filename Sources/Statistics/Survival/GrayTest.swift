internal import Foundation

/// Gray's test whether the cumulative incidence of one cause is the same in all groups.
///
/// Gray, *Annals of Statistics* 16 (1988) 1141–1154, with weight `(1 − F(t−))^ρ`, perhaps within
/// strata; the variance and its finite-sample factors as R's `cmprsk::cuminc`.
public struct GrayTest: Sendable, Equatable {
    /// The statistic; undefined when groups cannot be compared.
    public let chiSquared: Double

    /// Its degrees of freedom.
    public let df: Int

    /// The score of each group.
    public let scores: [Double]

    /// Tests.
    ///
    /// - Parameters:
    ///   - strata: persons of each stratum: time, cause (0 censored, 1 the cause, 2 another) and
    ///     group from 0.
    ///   - groupCount: how many groups there are.
    ///   - rho: the power of the weight.
    public init(
        strata: [[(time: Double, cause: Int, group: Int)]],
        groupCount: Int,
        rho: Double = 0
    ) {
        var scores = Array(repeating: 0.0, count: groupCount)
        var covariance = Matrix(rows: groupCount, columns: groupCount)
        for persons in strata {
            let stratum = GrayStratum(persons, groupCount: groupCount, rho: rho)
            for i in 0..<groupCount {
                scores[i] += stratum.scores[i]
                for j in 0..<groupCount { covariance[i, j] += stratum.covariance[i, j] }
            }
        }
        self.scores = scores
        (chiSquared, df) = QuadraticForm.statistic(
            scores,
            covariance,
            among: Array(0..<groupCount)
        )
    }
}

/// Score and covariance within one stratum.
private struct GrayStratum {
    var scores: [Double]
    var covariance: Matrix

    /// A term of the variance that waits for what is still to come: the events of one group at one
    /// time, with their variance and how each score moves with them.
    private struct Term {
        let group: Int
        let variance: Double
        /// How the score of each group moves at once.
        let atOnce: [Double]
        /// How strongly the later drift of the scores hangs on it.
        let drag: Double
        /// The drift so far, of each score by this group.
        let drift: [Double]
    }

    init(_ persons: [(time: Double, cause: Int, group: Int)], groupCount: Int, rho: Double) {
        scores = Array(repeating: 0, count: groupCount)
        covariance = Matrix(rows: groupCount, columns: groupCount)
        let groups = 0..<groupCount
        let none = Array(repeating: 0.0, count: groupCount)
        var atRisk = none
        for person in persons { atRisk[person.group] += 1 }
        // Left limits, for each group: survival of all causes, and incidence of the cause.
        var survival = Array(repeating: 1.0, count: groupCount)
        var incidence = none
        var pooled = 0.0
        // drift[k][i]: how the score of i drifts with the incidence of k.
        var drift = Array(repeating: none, count: groupCount)
        var terms: [Term] = []
        let order = persons.indices.sorted { persons[$0].time < persons[$1].time }
        var place = 0
        while place < order.count {
            let time = persons[order[place]].time
            var own = none
            var other = none
            var leaving = none
            while place < order.count, persons[order[place]].time == time {
                let person = persons[order[place]]
                leaving[person.group] += 1
                if person.cause == 1 { own[person.group] += 1 }
                if person.cause == 2 { other[person.group] += 1 }
                place += 1
            }
            let present = groups.filter { atRisk[$0] > 0 }
            let events = own.reduce(0, +)
            if events > 0 || other.contains(where: { $0 > 0 }) {
                // Gray's h = R / S for persons, and R (1 − F) / S for those without the cause yet.
                var h = none
                var after = survival
                var nextIncidence = incidence
                for k in present {
                    h[k] = atRisk[k] / survival[k]
                    after[k] = survival[k] * (atRisk[k] - own[k] - other[k]) / atRisk[k]
                    nextIncidence[k] = incidence[k] + survival[k] * own[k] / atRisk[k]
                }
                let total = h.reduce(0, +)
                let free = present.map { h[$0] * (1 - incidence[$0]) }.reduce(0, +)
                let next = pooled + events / total
                let weight = pow(1 - pooled, rho)
                func pull(_ i: Int, _ k: Int) -> Double {
                    weight * h[i] * ((i == k ? 1 : 0) - h[k] / total)
                }
                for k in present {
                    for i in present {
                        drift[k][i] += pull(i, k) * events / (total * (1 - pooled))
                    }
                }
                for i in present {
                    scores[i] += weight * (own[i] - events * h[i] * (1 - incidence[i]) / free)
                }
                for k in present where events > 0 {
                    let expectedRisk = total * survival[k]
                    let factor = events > 1 ? 1 - (events - 1) / (expectedRisk - 1) : 1
                    terms.append(
                        Term(
                            group: k,
                            variance: factor * survival[k] * events / (total * atRisk[k]),
                            atOnce: groups.map { present.contains($0) ? pull($0, k) : 0 },
                            drag: after[k] > 0 ? 1 - (1 - next) / after[k] : 1,
                            drift: drift[k]
                        )
                    )
                }
                for k in groups where other[k] > 0 && after[k] > 0 {
                    let factor = other[k] > 1 ? 1 - (other[k] - 1) / (atRisk[k] - 1) : 1
                    terms.append(
                        Term(
                            group: k,
                            variance: factor * survival[k] * survival[k] * other[k]
                                / (atRisk[k] * atRisk[k]),
                            atOnce: none,
                            drag: (1 - next) / after[k],
                            drift: drift[k]
                        )
                    )
                }
                pooled = next
                survival = after
                incidence = nextIncidence
            }
            for k in groups { atRisk[k] -= leaving[k] }
        }
        for term in terms {
            let moves = groups.map { i in
                term.atOnce[i] + term.drag * (drift[term.group][i] - term.drift[i])
            }
            for i in groups {
                for j in groups { covariance[i, j] += term.variance * moves[i] * moves[j] }
            }
        }
    }
}
