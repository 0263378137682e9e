/// The mean number of events of a person by each time, events recurring: Nelson–Aalen.
///
/// Nelson, *Technometrics* 37 (1995) 147–157; robust variance of Lawless and Nadeau, *Technometrics*
/// 37 (1995) 158–168: the squares of each person's own deviations from the mean. R's
/// `survfit(…, id =)`: `cumhaz` and its robust error.
public struct MeanCumulativeCount: Sendable, Equatable {
    /// The curve at one time with events.
    public struct Step: Sendable, Equatable {
        /// The time.
        public let time: Double
        /// Persons at risk.
        public let atRisk: Double
        /// Events.
        public let events: Double
        /// The mean count by then.
        public let mean: Double
        /// Its robust standard error.
        public let error: Double
        /// Its standard error if events of a person came independently, as in a Poisson process.
        public let poissonError: Double
    }

    /// The steps, one for each time with events.
    public let steps: [Step]

    /// Estimates the curve.
    ///
    /// - Parameter persons: for each person the start and end of its follow-up and the times of its events,
    ///     after the start and up to the end; several at one time count each.
    /// - Complexity: O(persons × times with events).
    public init(persons: [(start: Double, end: Double, events: [Double])]) {
        let times = Set(persons.flatMap(\.events)).sorted()
        var counts: [[Double: Double]] = []
        for person in persons {
            counts.append(Dictionary(person.events.map { ($0, 1) }, uniquingKeysWith: +))
        }
        var deviations = Array(repeating: 0.0, count: persons.count)
        var mean = 0.0
        var poisson = 0.0
        var steps: [Step] = []
        for time in times {
            let present = persons.indices.filter {
                persons[$0].start < time && time <= persons[$0].end
            }
            let n = Double(present.count)
            let events = present.map { counts[$0][time] ?? 0 }.reduce(0, +)
            let rise = events / n
            mean += rise
            poisson += events / (n * n)
            for person in present {
                deviations[person] += ((counts[person][time] ?? 0) - rise) / n
            }
            let variance = deviations.map { $0 * $0 }.reduce(0, +)
            steps.append(
                Step(
                    time: time,
                    atRisk: n,
                    events: events,
                    mean: mean,
                    error: variance.squareRoot(),
                    poissonError: poisson.squareRoot()
                )
            )
        }
        self.steps = steps
    }
}
