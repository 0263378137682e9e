import Definitions
public import Statistics

/// *Herhaald geweld*: how many had violence again by some days after the report.
///
/// Twice: by Kaplan and Meier, with who was placed out of home as somebody whose follow-up ended;
/// and as cumulative incidence (Aalen–Johansen), with placement as what came in its stead. The first
/// says what would be if nobody were placed and placement told nothing; the second what happened.
/// Follow-up ends at the last measurement that says whether there was violence. Not weighted: who
/// is lost counts up to then.
public struct RepeatedViolence: Sendable {
    /// What is known by some days after the report.
    public struct Figure: Sendable, Equatable {
        /// Days after the report.
        public let days: Int
        /// Persons followed at all.
        public let persons: Int
        /// Persons with violence by then.
        public let with: Int
        /// Persons followed beyond it without violence or placement.
        public let without: Int
        /// 1 − the Kaplan–Meier curve.
        public let complement: Double?
        /// Its interval.
        public let complementInterval: Interval?
        /// The cumulative incidence with placement beside it.
        public let incidence: Double?
        /// Its interval, on the scale log(−log).
        public let incidenceInterval: Interval?
    }

    /// The figures at the horizons of the plan.
    ///
    /// A horizon beyond which nobody was followed has no figure.
    public static func figures(_ state: CohortState) -> [Figure] {
        let followed = followUp(state)
        let times = followed.map { Double($0.days) }
        let causes = followed.map(\.cause)
        let z = Normal.quantile(upper: (1 - state.request.level) / 2)
        let alone = KaplanMeier(EventTable(times: times, causes: causes.map { $0 == 1 ? 1 : 0 }))
        let beside = CumulativeIncidence(
            EventTable(times: times, causes: causes, causeCount: 2),
            cause: 1
        )
        return state.request.horizons.map { days in
            let horizon = Double(days)
            let without = followed.count { $0.days > days }
            let isReached = without > 0 || followed.contains { $0.days == days }
            let step = isReached ? alone.step(at: horizon) : nil
            let entry = isReached ? beside.steps.last { $0.row.time <= horizon } : nil
            let limits = step.map {
                SurvivalInterval.logLog.limits($0.survival, error: $0.error, z: z)
            }
            return Figure(
                days: days,
                persons: followed.count,
                with: followed.count { $0.cause == 1 && $0.days <= days },
                without: without,
                complement: isReached ? 1 - (step?.survival ?? 1) : nil,
                complementInterval: limits.map { Interval(1 - $0.upper, 1 - $0.lower) },
                incidence: isReached ? entry?.incidence ?? 0 : nil,
                incidenceInterval: entry.map {
                    SurvivalInterval.logLog.limits(1 - $0.incidence, error: $0.error, z: z)
                }.map { Interval(1 - $0.upper, 1 - $0.lower) }
            )
        }
    }

    /// How long each member was followed and how it ended: 0 not, 1 violence, 2 placement.
    static func followUp(_ state: CohortState) -> [(code: String, days: Int, cause: Int)] {
        let days = Dictionary(uniqueKeysWithValues: state.members.map { ($0.code, $0.day) })
        var found: [String: (last: Int, again: Double?, placed: Double?)] = [:]
        for measurement in state.measurements {
            guard let start = days[measurement.participant] else { continue }
            let answers = measurement.answers
            let again = answers[Measurement.repeated]
            var own = found[measurement.participant] ?? (0, nil, nil)
            if again != nil || answers[Measurement.incidents] != nil {
                own.last = max(own.last, Int(measurement.day - start))
            }
            own.again = [own.again, again].compactMap { $0 }.min()
            own.placed = [own.placed, answers[Measurement.placed]].compactMap { $0 }.min()
            found[measurement.participant] = own
        }
        return found.sorted { $0.key < $1.key }.compactMap { code, own in
            let end = Double(own.last)
            let again = own.again ?? .infinity
            let placed = own.placed ?? .infinity
            // Violence on the day of placement came before it.
            if again <= min(end, placed) { return (code, Int(again), 1) }
            if placed <= end { return (code, Int(placed), 2) }
            return own.last > 0 ? (code, own.last, 0) : nil
        }
    }
}
