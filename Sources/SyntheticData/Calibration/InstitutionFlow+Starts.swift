import Domain

// How help begins: new, again, beside running help, or the day after other help.
extension InstitutionFlow {
    @discardableResult
    private mutating func start(
        child: Int,
        form: Int,
        holder: UInt16,
        on day: Int32
    ) -> Int {
        while firstEnd.count <= child { firstEnd.append(.max) }
        let number = history.append(
            Trajectory(
                child: Int32(child),
                start: day,
                end: DayTable.open,
                holder: holder,
                form: UInt8(form),
                referrer: Self.referrer,
                reason: 0
            )
        )
        running.append(number)
        return number
    }

    mutating func startFresh(form: Int, on day: Int32) throws(PlanError) {
        let bounds = flow.parameters.forms[form]
        let child = try population.add(
            startingOn: day,
            ageLow: bounds.ageLow,
            ageHigh: bounds.ageHigh,
            &random
        )
        start(child: child, form: form, holder: drawHolder(child), on: day)
    }

    /// Starts help for a child whose other help ended at least two days before the half-year.
    mutating func startAgain(in period: ReportingPeriod) throws(PlanError) {
        let latest = period.start.number - 2
        for _ in 0..<20_000 {
            let useOthers =
                ended.isEmpty || random.perMille(flow.parameters[.repeatOtherReferrer])
            let earlier = useOthers ? random.below(othersCount) : ended[random.below(ended.count)]
            guard earlier < history.trajectories.count else { continue }
            let trajectory = history.trajectories[earlier]
            guard trajectory.end <= latest, trajectory.end >= flow.from.start.number,
                isKnown(earlier)
            else { continue }
            let day = random.between(period.start.number, period.end.number)
            if try startMore(Int(trajectory.child), on: day) { return }
        }
        throw .flow(period, "children to come back")
    }

    /// Starts help beside running help of a child for whom nothing ended before or will end now.
    mutating func startBeside(
        _ candidates: [Int],
        in period: ReportingPeriod
    ) throws(PlanError) {
        for _ in 0..<20_000 where !candidates.isEmpty {
            let number = candidates[random.below(candidates.count)]
            let child = history.trajectories[number].child
            guard isKnown(number), firstEnd[Int(child)] == .max else { continue }
            let day = random.between(period.start.number, period.end.number)
            if try startMore(Int(child), on: day) {
                locked.insert(child)
                return
            }
        }
        throw .flow(period, "children with running help")
    }

    /// Starts help on the day after the first help of a child ended: no repeat use.
    mutating func startAdjoining(
        _ count: Int,
        after enders: [Int],
        in period: ReportingPeriod
    ) throws(PlanError) {
        var made = 0
        for number in enders where made < count {
            let trajectory = history.trajectories[number]
            guard trajectory.end < period.end.number, isKnown(number),
                firstEnd[Int(trajectory.child)] == trajectory.end
            else { continue }
            if try startMore(Int(trajectory.child), on: trajectory.end + 1) { made += 1 }
        }
        guard made == count else { throw .flow(period, "children to continue") }
    }

    /// Starts a second trajectory for a child when a form and a provider fit.
    private mutating func startMore(_ child: Int, on day: Int32) throws(PlanError) -> Bool {
        let form = startForms.pick(&random)
        let bounds = flow.parameters.forms[form]
        let holder = drawHolder(child)
        guard
            population.fits(
                child,
                startingOn: day,
                ageLow: bounds.ageLow,
                ageHigh: bounds.ageHigh
            ),
            !history.has(child: child, form: UInt8(form), holder: holder)
        else { return false }
        start(child: child, form: form, holder: holder, on: day)
        return true
    }

    private mutating func drawHolder(_ child: Int) -> UInt16 {
        let region = flow.places.region[Int(population.children[child].home)]
        return flow.holders.draw(region: region, &random)
    }

    func isKnown(_ number: Int) -> Bool {
        population.children[Int(history.trajectories[number].child)].isKnown
    }
}
