import Domain

/// Protection measures as a steady stream, with conversions, transfers and repeats.
struct MeasureFlow {
    let parameters: WorldParameters
    let from: ReportingPeriod
    let to: ReportingPeriod
    let institutions: Int
    private let types: WeightedChoice

    /// Supervision order (*ondertoezichtstelling*) and guardianship (*voogdij*), which follow on
    /// others, with the reasons that say so and the reason of coming of age per group.
    private static let supervisionOrder: UInt8 = 11
    private static let guardianship: UInt8 = 21
    private static let becameSupervisionOrder: UInt8 = 7
    private static let authorityEnded: UInt8 = 5

    init(
        parameters: WorldParameters,
        from: ReportingPeriod,
        to: ReportingPeriod,
        institutions: Int
    ) {
        self.parameters = parameters
        self.from = from
        self.to = to
        self.institutions = institutions
        types = WeightedChoice(parameters.measureTypes.map(\.weight))
    }

    /// Makes the measures of a country with so many children.
    func measures(
        children: Int,
        population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) -> [Measure] {
        let longest = parameters.measureTypes.map(\.durations.longest).max() ?? 0
        let first = from.start.number - Int32(longest)
        let days = Int(to.end.number - first) + 1
        let count =
            parameters[.measuresPerYear] * children * days / (365 * parameters[.countryChildren])
        let known = population.children.count
        var used = Array(repeating: false, count: known)
        var made: [Measure] = []
        for _ in 0..<count {
            let type = parameters.measureTypes[types.pick(&random)]
            let start = random.between(first, to.end.number)
            var child: Int?
            if random.perMille(parameters[.measureKnownChild]) {
                // Of a measure from long ago the child is seldom in the deliveries.
                for _ in 0..<8 where child == nil && known > 0 {
                    let candidate = random.below(known)
                    let fits = population.fits(
                        candidate,
                        startingOn: start,
                        ageLow: type.ageLow,
                        ageHigh: type.ageHigh
                    )
                    if fits, !used[candidate], population.children[candidate].isKnown {
                        used[candidate] = true
                        child = candidate
                    }
                }
            }
            if child == nil {
                child = try population.add(
                    startingOn: start,
                    ageLow: type.ageLow,
                    ageHigh: type.ageHigh,
                    known: true,
                    &random
                )
            }
            guard let child else { continue }
            let draft = try spell(type, start: start, child: child, &population, &random)
            try appendChain(draft, to: &made, &population, &random)
        }
        return made
    }

    private func spell(
        _ type: WorldParameters.MeasureType,
        start: Int32,
        child: Int,
        _ population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) -> Measure {
        var end = start + type.durations.draw(&random) - 1
        var reason = type.reasons[
            WeightedChoice(type.reasons.map(\.weight)).pick(&random)
        ].code
        let majority = CalendarDay(number: population.children[child].birth)
            .years(after: 18).number
        if end >= majority {
            end = majority - 1
            reason = type.code >= Self.guardianship ? 11 : 1
        }
        // Reason 07 exists from 2016.
        if reason == Self.becameSupervisionOrder, end <= SyntheticData.firstPeriod.next.end.number {
            reason = 4
        }
        var measure = Measure(
            child: Int32(child),
            start: start,
            end: max(start, end),
            institution: UInt16(random.below(institutions)),
            type: type.code,
            reason: reason
        )
        let mayMove = institutions > 1 && measure.end - start >= 60
        if mayMove, random.perMille(parameters[.measureTransfer]) {
            measure.transferred = random.between(start + 20, measure.end - 20)
            let step = 1 + random.below(institutions - 1)
            measure.receiver = UInt16((Int(measure.institution) + step) % institutions)
        }
        return measure
    }

    /// Keeps a measure, and what it turns into, as far as the deliveries reach.
    private func appendChain(
        _ first: Measure,
        to made: inout [Measure],
        _ population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) {
        var next: Measure? = first
        while let measure = next {
            next = nil
            if measure.end >= from.start.number { made.append(measure) }
            var follower: (type: UInt8, start: Int32)?
            switch measure.reason {
            case Self.becameSupervisionOrder:
                follower = (Self.supervisionOrder, measure.end + 1)
            case Self.authorityEnded where measure.type < Self.guardianship:
                follower = (Self.guardianship, measure.end + 1)
            default:
                if random.perMille(parameters[.measureAgain]) {
                    follower = (Self.supervisionOrder, measure.end + random.between(30, 700))
                }
            }
            guard let follower, follower.start <= to.end.number,
                let type = parameters.measureTypes.first(where: { $0.code == follower.type }),
                population.fits(
                    Int(measure.child),
                    startingOn: follower.start,
                    ageLow: type.ageLow,
                    ageHigh: type.ageHigh
                )
            else { continue }
            next = try spell(
                type,
                start: follower.start,
                child: Int(measure.child),
                &population,
                &random
            )
        }
    }
}
