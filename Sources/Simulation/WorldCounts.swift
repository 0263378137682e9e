public import Definitions

/// What happened in a world, counted by half-year.
public struct WorldCounts: Sendable, Equatable {
    /// Counts of one half-year.
    public struct HalfYear: Sendable, Equatable {
        /// Events by ``WorldRates/Form`` and, within it, by the place of the event.
        var events = [Int](repeating: 0, count: WorldRates.Form.allCases.count * WorldCounts.width)
        /// Cases with violence in the half-year before, and of those with violence now.
        public var atRisk = 0
        /// See ``atRisk``.
        public var repeats = 0
        /// Cases with violence that a professional suspects.
        public var suspected = 0
        /// Cases with violence of which the child told.
        public var disclosed = 0
        /// Cases in help with complaints, and of those with treatment.
        public var treatable = 0
        /// See ``treatable``.
        public var treated = 0
        /// Children with violence within the family or dependence in this half-year or the one before.
        public var inYear = 0
        /// Cases reported in the half-year before, by whether violence came back now.
        public var sample = [0, 0]
        /// Cases reported three half-years ago, by whether violence came back since.
        public var cohort = [0, 0]

        /// How often an event happened.
        public func count(_ event: SimulationDefinitions.Event, onlySexual: Bool) -> Int {
            guard event != .none else { return 0 }
            return WorldRates.Form.allCases.reduce(0) { sum, form in
                guard !onlySexual || form.isSexual else { return sum }
                return sum + events[form.rawValue * WorldCounts.width + event.place]
            }
        }

        /// The numerator and denominator of a truth; the denominator of violence is the country.
        public func truth(
            _ target: SimulationDefinitions.Target,
            children: Int
        ) -> (Int, Int) {
            let violent = count(.violence, onlySexual: false)
            switch target {
            case .repeat: return (repeats, atRisk)
            case .signalled: return (suspected, violent)
            case .disclosed: return (disclosed, violent)
            case .treated: return (treated, treatable)
            case .violence: return (violent, children)
            }
        }
    }

    /// How many kinds of events there are.
    static let width = SimulationDefinitions.Event.allCases.count

    /// Children in the country.
    public let children: Int
    /// The half-years behind the burn-in, baseline first.
    public var halfYears: [HalfYear]

    /// The relative change of a truth from the baseline to the follow-up.
    ///
    /// - Returns: the change, as −0.2 for a fifth less; `nil` when there was nothing before.
    public func change(_ target: SimulationDefinitions.Target, baseline: Int) -> Double? {
        func rate(_ part: ArraySlice<HalfYear>) -> Double? {
            let sums = part.reduce((0, 0)) { sums, half in
                let (numerator, denominator) = half.truth(target, children: children)
                return (sums.0 + numerator, sums.1 + denominator)
            }
            return sums.1 > 0 ? Double(sums.0) / Double(sums.1) : nil
        }
        guard let before = rate(halfYears[..<baseline]), before > 0,
            let after = rate(halfYears[baseline...])
        else { return nil }
        return after / before - 1
    }
}

extension SimulationDefinitions.Event {
    /// Its place in counts; a switch, because it is asked for at every event.
    var place: Int {
        switch self {
        case .violence: 0
        case .advice: 1
        case .report: 2
        case .measure: 3
        case .referral: 4
        case .helpStart: 5
        case .diagnosis: 6
        case .treatment: 7
        case .safetyPlan: 8
        case .csg: 9
        case .practitioner: 10
        case .none: 11
        }
    }
}
