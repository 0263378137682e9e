import Domain

/// Youth assistance as a steady stream: so many trajectories in the anchor half-year, exactly.
struct AssistanceFlow {
    let parameters: WorldParameters
    let places: Places
    let holders: HolderDirectory
    /// The first and last half-year that are delivered.
    let from: ReportingPeriod
    let to: ReportingPeriod
    /// The half-year whose numbers are given.
    let anchor: ReportingPeriod
    private let reasons: WeightedChoice

    init(
        parameters: WorldParameters,
        places: Places,
        holders: HolderDirectory,
        from: ReportingPeriod,
        to: ReportingPeriod,
        anchor: ReportingPeriod
    ) {
        self.parameters = parameters
        self.places = places
        self.holders = holders
        self.from = from
        self.to = to
        self.anchor = anchor
        reasons = WeightedChoice(parameters.reasons.map(\.weight))
    }

    /// Adds the trajectories of one form behind one referrer, or behind the other referrers.
    ///
    /// The count is how many of them run in the anchor half-year; without a referrer they are the
    /// mixture of the others.
    func add(
        count: Int,
        form index: Int,
        referrer: UInt8?,
        to history: inout TrajectoryHistory,
        _ population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) {
        let form = parameters.forms[index]
        let others = WeightedChoice(form.otherReferrers.map(\.weight))
        let window = Int(anchor.end.number - anchor.start.number) + 1
        // In a steady stream the number that runs in a window is intensity × (mean + window).
        let before =
            count * Int(anchor.start.number - from.start.number)
            * (1000 - parameters[.growth] / 2) / (1000 * (form.durations.mean + window))
        let after =
            count * Int(to.end.number - anchor.end.number)
            / (form.durations.mean + window)
        for number in 0..<(count + before + after) {
            let (start, end) =
                number < count
                ? spellInAnchor(form, &random)
                : number < count + before
                    ? spellBefore(form, &random) : spellAfter(form, &random)
            let code = referrer ?? form.otherReferrers[others.pick(&random)].code
            try add(
                form: index,
                referrer: Self.inForce(code, start: start),
                start: start,
                end: end,
                to: &history,
                &population,
                &random
            )
        }
    }

    /// Draws until a spell touches the anchor, which gives long ones their larger chance.
    private func spellInAnchor(
        _ form: WorldParameters.Form,
        _ random: inout SeededRandom
    ) -> (Int32, Int32) {
        let earliest = anchor.start.number - Int32(form.durations.longest)
        while true {
            let length = form.durations.draw(&random)
            let start = random.between(earliest, anchor.end.number)
            let end = start + length - 1
            if end >= anchor.start.number { return (start, end) }
        }
    }

    private func spellBefore(
        _ form: WorldParameters.Form,
        _ random: inout SeededRandom
    ) -> (Int32, Int32) {
        let length = form.durations.draw(&random)
        let end = random.between(from.start.number, anchor.start.number - 1)
        return (end - length + 1, end)
    }

    private func spellAfter(
        _ form: WorldParameters.Form,
        _ random: inout SeededRandom
    ) -> (Int32, Int32) {
        let length = form.durations.draw(&random)
        let start = random.between(anchor.end.number + 1, to.end.number)
        return (start, start + length - 1)
    }

    private func add(
        form index: Int,
        referrer: UInt8,
        start: Int32,
        end: Int32,
        to history: inout TrajectoryHistory,
        _ population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) {
        let form = parameters.forms[index]
        let missing = referrer != 4 && random.perMille(parameters[.reasonMissing])
        let reason = missing ? 0 : parameters.reasons[reasons.pick(&random)].code
        var trajectory = Trajectory(
            child: 0,
            start: start,
            end: end,
            holder: 0,
            form: UInt8(index),
            referrer: referrer,
            reason: reason
        )
        if random.perMille(parameters[.again]), !population.children.isEmpty {
            for _ in 0..<4 {
                let child = random.below(population.children.count)
                let region = places.region[Int(population.children[child].home)]
                let holder = holders.draw(region: region, &random)
                guard population.children[child].isKnown,
                    population.fits(
                        child,
                        startingOn: start,
                        ageLow: form.ageLow,
                        ageHigh: form.ageHigh
                    ),
                    !history.has(child: child, form: UInt8(index), holder: holder)
                else { continue }
                trajectory.child = Int32(child)
                trajectory.holder = holder
                history.append(trajectory)
                return
            }
        }
        let child = try population.add(
            startingOn: start,
            ageLow: form.ageLow,
            ageHigh: form.ageHigh,
            &random
        )
        trajectory.child = Int32(child)
        trajectory.holder = holders.draw(
            region: places.region[Int(population.children[child].home)],
            &random
        )
        history.append(trajectory)
    }

    /// The code that exists at the start: 07 is for help from before 2015, 08 begins in 2016.
    private static func inForce(_ code: UInt8, start: Int32) -> UInt8 {
        if code == 7, start >= SyntheticData.firstPeriod.start.number { return 6 }
        if code == 8, start <= SyntheticData.firstPeriod.next.end.number { return 3 }
        return code
    }
}
