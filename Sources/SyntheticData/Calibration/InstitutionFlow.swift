import Domain

/// Makes the trajectories behind certified institutions: exactly so many started, came back and
/// ended, by reason.
///
/// Whether a start is repeat use depends on the whole history of the child. So for every child the
/// first end is kept, a start is made for a child chosen by it, and a child with a start beside
/// running help keeps that help until the half-year is over.
struct InstitutionFlow {
    let flow: AssistanceFlow
    private let startForms: WeightedChoice
    private let stockForms: WeightedChoice
    private let reasons: WeightedChoice
    /// The number of trajectories by other referrers, which come first in the history.
    private let othersCount: Int

    private var history: TrajectoryHistory
    private var population: Population
    private var random: SeededRandom
    /// Per child the first day on which help ended, in deliveries or to come.
    private var firstEnd: [Int32]
    private var running: [Int] = []
    /// Trajectories that ended in an earlier half-year, of children who are known.
    private var ended: [Int] = []
    /// Children who must not end in this half-year.
    private var locked: Set<Int32> = []

    private static let referrer: UInt8 = 4

    /// Adds the flow to a history that holds the other referrers' trajectories.
    static func add(
        _ steps: InstitutionSteps,
        forms: [Int],
        flow: AssistanceFlow,
        to history: inout TrajectoryHistory,
        _ population: inout Population,
        _ random: SeededRandom
    ) throws(PlanError) {
        var maker = InstitutionFlow(flow, forms: forms, history, population, random)
        try maker.makeOpening(steps.opening)
        for step in steps.steps { try maker.make(step) }
        try maker.matchForms(forms)
        history = maker.history
        population = maker.population
    }

    private init(
        _ flow: AssistanceFlow,
        forms: [Int],
        _ history: TrajectoryHistory,
        _ population: Population,
        _ random: SeededRandom
    ) {
        self.flow = flow
        self.history = history
        self.population = population
        self.random = random
        let parameters = flow.parameters
        stockForms = WeightedChoice(forms)
        startForms = WeightedChoice(
            zip(forms, parameters.forms).map { $0 * $1.leaveWeight }
        )
        reasons = WeightedChoice(parameters.reasons.map(\.weight))
        othersCount = history.trajectories.count
        firstEnd = Array(repeating: .max, count: population.children.count)
        for trajectory in history.trajectories where trajectory.end >= flow.from.start.number {
            let child = Int(trajectory.child)
            firstEnd[child] = min(firstEnd[child], trajectory.end)
        }
    }

    private mutating func makeOpening(_ count: Int) throws(PlanError) {
        for _ in 0..<count {
            let form = stockForms.pick(&random)
            let ago = flow.parameters.forms[form].durations.draw(&random)
            try startFresh(form: form, on: flow.from.start.number - 1 - random.between(0, ago))
        }
    }

    private mutating func make(_ step: InstitutionSteps.Step) throws(PlanError) {
        let parameters = flow.parameters
        locked.removeAll(keepingCapacity: true)
        let repeats =
            step.target?.repeated
            ?? (ended.isEmpty ? 0 : step.starts * parameters[.repeatUse] / 1000)
        let adjoining = min(
            step.starts * parameters[.adjoining] / 1000,
            step.starts - repeats,
            step.ends
        )
        let beside = min(
            step.starts * parameters[.parallel] / 1000,
            step.starts - repeats - adjoining
        )
        let candidates = running
        for _ in 0..<repeats { try startAgain(in: step.period) }
        for _ in 0..<beside { try startBeside(candidates, in: step.period) }
        for _ in 0..<(step.starts - repeats - adjoining - beside) {
            try startFresh(
                form: startForms.pick(&random),
                on: random.between(step.period.start.number, step.period.end.number)
            )
        }
        let enders = try end(step)
        try startAdjoining(adjoining, after: enders, in: step.period)
        ended += enders.filter { isKnown($0) }
    }

    // MARK: Starts

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

    private mutating func startFresh(form: Int, on day: Int32) throws(PlanError) {
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
    private mutating func startAgain(in period: ReportingPeriod) throws(PlanError) {
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
    private mutating func startBeside(
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
    private mutating func startAdjoining(
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

    private func isKnown(_ number: Int) -> Bool {
        population.children[Int(history.trajectories[number].child)].isKnown
    }

    // MARK: Ends

    /// Ends so many of the running trajectories, of short forms sooner, and gives those that ended.
    private mutating func end(_ step: InstitutionSteps.Step) throws(PlanError) -> [Int] {
        let forms = flow.parameters.forms
        let heaviest = forms.map(\.leaveWeight).max() ?? 1
        var candidates = running.filter { !locked.contains(history.trajectories[$0].child) }
        guard candidates.count >= step.ends else { throw .flow(step.period, "running help") }
        random.shuffle(&candidates)
        var enders: [Int] = []
        while enders.count < step.ends {
            var rest: [Int] = []
            for number in candidates {
                let weight = forms[Int(history.trajectories[number].form)].leaveWeight
                if enders.count < step.ends, random.below(heaviest) < weight {
                    enders.append(number)
                } else {
                    rest.append(number)
                }
            }
            candidates = rest
        }
        var codes = drawReasons(step)
        random.shuffle(&codes)
        for (number, reason) in zip(enders, codes) {
            let first = max(history.trajectories[number].start, step.period.start.number)
            let day = random.between(first, step.period.end.number)
            history.end(number, on: day, reason: reason)
            let child = Int(history.trajectories[number].child)
            firstEnd[child] = min(firstEnd[child], day)
        }
        running.removeAll { history.trajectories[$0].end != DayTable.open }
        return enders
    }

    private mutating func drawReasons(_ step: InstitutionSteps.Step) -> [UInt8] {
        guard let target = step.target else {
            return (0..<step.ends).map { _ in
                flow.parameters.reasons[reasons.pick(&random)].code
            }
        }
        return target.reasons.enumerated().flatMap { code, count in
            Array(repeating: UInt8(code), count: count)
        }
    }

    // MARK: Forms

    /// Changes the form of some trajectories until the anchor half-year has each form as often as
    /// given.
    private mutating func matchForms(_ wanted: [Int]) throws(PlanError) {
        let first = flow.anchor.start.number
        let last = flow.anchor.end.number
        var inAnchor = (othersCount..<history.trajectories.count).filter {
            history.trajectories[$0].runs(from: first, to: last)
        }
        random.shuffle(&inAnchor)
        var surplus = wanted.map { -$0 }
        for number in inAnchor { surplus[Int(history.trajectories[number].form)] += 1 }
        for number in inAnchor {
            let trajectory = history.trajectories[number]
            guard surplus[Int(trajectory.form)] > 0,
                let other = surplus.indices.first(where: { form in
                    surplus[form] < 0 && fits(trajectory, form)
                })
            else { continue }
            history.setForm(number, UInt8(other))
            surplus[Int(trajectory.form)] -= 1
            surplus[other] += 1
        }
        guard surplus.allSatisfy({ $0 == 0 }) else { throw .flow(flow.anchor, "forms") }
    }

    private func fits(_ trajectory: Trajectory, _ form: Int) -> Bool {
        let child = Int(trajectory.child)
        let bounds = flow.parameters.forms[form]
        // Young adults and the unborn keep what they have; others may be a little outside.
        return !history.has(child: child, form: UInt8(form), holder: trajectory.holder)
            && population.fits(
                child,
                startingOn: trajectory.start,
                ageLow: bounds.ageLow,
                ageHigh: bounds.ageHigh
            )
    }
}
