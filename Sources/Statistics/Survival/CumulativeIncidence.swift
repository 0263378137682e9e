/// The probability to have had an event of one cause, other causes competing: Aalen–Johansen.
///
/// Aalen and Johansen, *Scand. J. Stat.* 5 (1978) 141–150. `F(t) = Σ S(s−) d₁(s) / n(s)`.
public struct CumulativeIncidence: Sendable, Equatable {
    /// How the variance is found.
    public enum Variance: String, CaseIterable, Sendable {
        /// The sum over events, each with its finite-sample factor; R's `cmprsk::cuminc`.
        case gray
        /// The squared influences of persons; R's `survival::survfit` for several states.
        case jackknife
    }

    /// The curve at one distinct time.
    public struct Step: Sendable, Equatable {
        /// Who was at risk and what happened.
        public let row: EventTable.Row
        /// The probability to have had the event by then.
        public let incidence: Double
        /// Its standard error.
        public let error: Double
    }

    /// The steps, one for each distinct time.
    public let steps: [Step]

    /// Estimates the curve of a cause, counted from 1.
    public init(_ table: EventTable, cause: Int) {
        var survival = 1.0
        var incidence = 0.0
        // Var F(t) = Σ own(s) (1 − (F(t) − F(s)) / S(s))² + other(s) ((F(t) − F(s)) / S(s))²: what is
        // still to come after an event of this cause takes from it. Written out in powers of F(t),
        // so that each time adds to three sums.
        var sums = (0.0, 0.0, 0.0)
        var steps: [Step] = []
        for row in table.rows {
            let own = row.events[cause - 1]
            let other = row.allEvents - own
            if own + other > 0 {
                let scale = survival / row.atRisk
                incidence += scale * own
                survival *= (row.atRisk - own - other) / row.atRisk
                func weight(_ d: Double) -> Double {
                    let correction = d > 1 ? 1 - (d - 1) / (row.atRisk - 1) : 1
                    return scale * scale * d * correction
                }
                let inverse = survival > 0 ? 1 / survival : 0
                let share = incidence * inverse
                sums.0 += weight(own) * (1 + share) * (1 + share) + weight(other) * share * share
                sums.1 += weight(own) * (1 + share) * inverse + weight(other) * share * inverse
                sums.2 += (weight(own) + weight(other)) * inverse * inverse
            }
            let variance = max(0, sums.0 - 2 * incidence * sums.1 + incidence * incidence * sums.2)
            steps.append(
                Step(row: row, incidence: incidence, error: variance.squareRoot())
            )
        }
        self.steps = steps
    }

    /// Estimates the curve with errors from the influence of each person.
    ///
    /// - Complexity: O(persons × distinct times).
    public init(times: [Double], causes: [Int], entries: [Double]?, causeCount: Int, cause: Int) {
        let table = EventTable(
            times: times,
            causes: causes,
            entries: entries,
            causeCount: causeCount
        )
        var survival = 1.0
        var incidence = 0.0
        var onSurvival = Array(repeating: 0.0, count: times.count)
        var onIncidence = Array(repeating: 0.0, count: times.count)
        var steps: [Step] = []
        for row in table.rows {
            let hazard = row.allEvents / row.atRisk
            let own = row.events[cause - 1] / row.atRisk
            var variance = 0.0
            for person in times.indices {
                let isAtRisk =
                    times[person] >= row.time && (entries.map { $0[person] < row.time } ?? true)
                var all = 0.0
                var mine = 0.0
                if isAtRisk {
                    let leaves = times[person] == row.time
                    all = ((leaves && causes[person] > 0 ? 1 : 0) - hazard) / row.atRisk
                    mine = ((leaves && causes[person] == cause ? 1 : 0) - own) / row.atRisk
                }
                onIncidence[person] += onSurvival[person] * own + survival * mine
                onSurvival[person] = onSurvival[person] * (1 - hazard) - survival * all
                variance += onIncidence[person] * onIncidence[person]
            }
            incidence += survival * own
            survival *= 1 - hazard
            steps.append(Step(row: row, incidence: incidence, error: variance.squareRoot()))
        }
        self.steps = steps
    }
}
