import Domain

// How help ends, and why.
extension InstitutionFlow {
    /// Ends so many of the running trajectories, of short forms sooner, and gives those that ended.
    mutating func end(_ step: InstitutionSteps.Step) throws(PlanError) -> [Int] {
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
}
