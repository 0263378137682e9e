import Domain

/// Makes the trajectories behind certified institutions: exactly so many started, came back and
/// ended, by reason.
///
/// Whether a start is repeat use depends on the whole history of the child. So for every child the
/// first end is kept, a start is made for a child chosen by it, and a child with a start beside
/// running help keeps that help until the half-year is over.
struct InstitutionFlow {
    let flow: AssistanceFlow
    let startForms: WeightedChoice
    let stockForms: WeightedChoice
    let reasons: WeightedChoice
    /// The number of trajectories by other referrers, which come first in the history.
    let othersCount: Int

    var history: TrajectoryHistory
    var population: Population
    var random: SeededRandom
    /// Per child the first day on which help ended, in deliveries or to come.
    var firstEnd: [Int32]
    var running: [Int] = []
    /// Trajectories that ended in an earlier half-year, of children who are known.
    var ended: [Int] = []
    /// Children who must not end in this half-year.
    var locked: Set<Int32> = []

    static let referrer: UInt8 = 4

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
}
