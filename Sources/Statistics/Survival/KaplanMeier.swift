/// The survival curve of Kaplan and Meier with Greenwood's standard errors.
///
/// Kaplan and Meier, *JASA* 53 (1958) 457–481. `S(t) = Π (1 − d/n)`; the variance of `log S` is
/// `Σ d / (n (n − d))`. R's `survival::survfit`.
public struct KaplanMeier: Sendable, Equatable {
    /// The curve at one distinct time.
    public struct Step: Sendable, Equatable {
        /// Who was at risk and what happened.
        public let row: EventTable.Row
        /// The probability to be without event just after the time.
        public let survival: Double
        /// Greenwood's sum, the variance of the logarithm; infinite once survival is 0.
        public let logVariance: Double
        /// The standard error of `survival`; undefined once survival is 0.
        public var error: Double { survival * logVariance.squareRoot() }
    }

    /// The steps, one for each distinct time.
    public let steps: [Step]

    /// Estimates the curve; events of all causes count.
    public init(_ table: EventTable) {
        var survival = 1.0
        var sum = 0.0
        var steps: [Step] = []
        for row in table.rows {
            let d = row.allEvents
            survival *= (row.atRisk - d) / row.atRisk
            if d > 0 { sum += d / (row.atRisk * (row.atRisk - d)) }
            steps.append(Step(row: row, survival: survival, logVariance: sum))
        }
        self.steps = steps
    }

    /// The last step at or before a time; `nil` before the first.
    public func step(at time: Double) -> Step? {
        steps.last { $0.row.time <= time }
    }

    /// The first time at which at most `p` are without event; undefined when it is never reached.
    ///
    /// A curve that lies at `p` exactly for a while gives the middle of that while, as R does.
    public func time(survival p: Double) -> Double {
        KaplanMeier.crossing(steps.map { ($0.row.time, $0.survival) }, p)
    }

    /// The limits of ``time(survival:)``: where the limits of the curve cross.
    public func timeLimits(
        survival p: Double,
        interval: SurvivalInterval,
        z: Double
    ) -> Interval {
        let limits = steps.map { step in
            (step.row.time, interval.limits(step.survival, error: step.error, z: z))
        }
        // Once survival is 0 its limits are undefined, and cross nothing.
        return Interval(
            KaplanMeier.crossing(limits.map { ($0.0, $0.1.lower) }, p),
            KaplanMeier.crossing(limits.map { ($0.0, $0.1.upper) }, p)
        )
    }

    private static func crossing(_ curve: [(time: Double, value: Double)], _ p: Double) -> Double {
        // Products of fractions miss a round number by a rounding.
        let slack = 1e-12
        guard let first = curve.firstIndex(where: { $0.value <= p + slack }) else { return .nan }
        guard abs(curve[first].value - p) <= slack else { return curve[first].time }
        guard let next = curve[first...].first(where: { $0.value < p - slack }) else {
            return curve[first].time
        }
        return (curve[first].time + next.time) / 2
    }

    /// Restricted mean time without event: the area under the curve up to a time.
    ///
    /// Its variance is `Σ A² d / (n (n − d))`, `A` being the area still to come.
    /// - Parameter horizon: the time; the curve stays at its last value where follow-up is shorter.
    /// - Returns: the mean and its standard error.
    public func restrictedMean(until horizon: Double) -> (mean: Double, error: Double) {
        let inside = steps.filter { $0.row.time <= horizon }
        var area = 0.0
        var pieces: [Double] = []
        var time = 0.0
        var survival = 1.0
        for step in inside {
            pieces.append(survival * (step.row.time - time))
            (time, survival) = (step.row.time, step.survival)
        }
        pieces.append(survival * (horizon - time))
        area = pieces.reduce(0, +)
        var left = area
        var variance = 0.0
        for (piece, step) in zip(pieces, inside) {
            left -= piece
            let d = step.row.allEvents
            // When the last ones at risk have their event nothing is left to come.
            guard d > 0, step.row.atRisk > d else { continue }
            variance += left * left * d / (step.row.atRisk * (step.row.atRisk - d))
        }
        return (area, variance.squareRoot())
    }
}
