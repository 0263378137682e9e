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

    /// Whether a holder delivers a half-year again, with other figures.
    func redelivers(_ holder: UInt32, _ period: ReportingPeriod) -> Bool {
        guard period < plan.to else { return false }
        var choice = Mixed(plan.seed, Int(holder), .redelivery, period.ordinal)
        return choice.take(100) < parameters[.redelivery]
    }
}
