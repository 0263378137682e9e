import Domain

/// The flow of referrals by certified institutions, half-year by half-year.
///
/// The half-years between targets are free, but must lead from the stock after one target to the
/// stock before the next.
struct InstitutionSteps: Sendable {
    /// One half-year of the flow.
    struct Step: Sendable {
        let period: ReportingPeriod
        let starts: Int
        let ends: Int
        /// The target, where there is one.
        let target: CalibratedMargins.Institution?
    }

    /// How many run on the first day, from before it.
    let opening: Int
    let steps: [Step]

    init(
        _ targets: [CalibratedMargins.Institution],
        from: ReportingPeriod,
        to: ReportingPeriod,
        betweenPerMille: Int
    ) throws(PlanError) {
        guard let first = targets.first, let last = targets.last else {
            throw .margins("gi-halfyears")
        }
        guard from < first.period, to >= last.period else {
            throw .calibratedPeriods(from, to)
        }
        let between =
            targets.reduce(0) { $0 + $1.started } * betweenPerMille
            / (1000 * targets.count)
        // Before the first target there is no stock to start from: ends a little below starts.
        let lead = first.period.ordinal - from.ordinal
        opening = first.running - first.started - lead * (between - between * 3 / 4)
        guard opening > 0 else { throw .flow(from, "stock") }
        var steps: [Step] = []
        var stock = opening
        for ordinal in from.ordinal...to.ordinal {
            let period = ReportingPeriod(ordinal: ordinal)
            if let target = targets.first(where: { $0.period == period }) {
                guard stock == target.running - target.started else {
                    throw .flow(period, "stock")
                }
                steps.append(
                    Step(
                        period: period,
                        starts: target.started,
                        ends: target.ended,
                        target: target
                    )
                )
                stock = target.running - target.ended
            } else {
                let next = targets.first { $0.period > period }
                // What must have left before the next target, spread evenly over the way there.
                let wanted = next.map { $0.running - $0.started } ?? stock
                let way = next.map { $0.period.ordinal - ordinal } ?? 1
                let ends = (stock + between * way - wanted) / way
                guard ends >= 0, ends <= stock + between else { throw .flow(period, "ends") }
                steps.append(Step(period: period, starts: between, ends: ends, target: nil))
                stock += between - ends
            }
        }
        self.steps = steps
    }
}
