import Domain

/// Everything that truly was, ready to be delivered.
struct World {
    let plan: CountryPlan
    let parameters: WorldParameters
    let places: Places
    let children: [Child]
    let trajectories: [Trajectory]
    let holderCount: Int
    let measures: [Measure]
    let institutionCount: Int
    let assistanceColumns: [ProtocolColumns]
    let measureColumns: [ProtocolColumns]
    let periods: [ReportingPeriod]
    /// Measures of youth rehabilitation.
    var rehabilitation: [Measure] = []
    /// Advices and reports, by day.
    var reports: [Report] = []
    /// Contacts with a Centrum Seksueel Geweld.
    var contacts: [CentreContact] = []
    /// The codes of the regions of Veilig Thuis, and the names of those of the centres.
    var regions = ReportRegions(organisations: [], centres: [])

    /// The same world with rehabilitation in the place of protection, to be written alike.
    var withRehabilitationAsMeasures: World {
        World(
            plan: plan,
            parameters: parameters,
            places: places,
            children: children,
            trajectories: [],
            holderCount: 0,
            measures: rehabilitation,
            institutionCount: institutionCount,
            assistanceColumns: assistanceColumns,
            measureColumns: measureColumns,
            periods: periods
        )
    }

    /// Whether a holder delivers a half-year again, with other figures.
    func redelivers(_ holder: UInt32, _ period: ReportingPeriod) -> Bool {
        guard period < plan.to else { return false }
        var choice = Mixed(plan.seed, Int(holder), .redelivery, period.ordinal)
        return choice.take(100) < parameters[.redelivery]
    }
}
