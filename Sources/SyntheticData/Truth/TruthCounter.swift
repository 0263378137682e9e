import Domain

/// Counts the truth from the world itself, without looking at any delivery.
struct TruthCounter {
    let world: World

    func count() -> [String: CountryTruth.HalfYear] {
        var lastSeen = Array(repeating: -1, count: world.children.count)
        var periods: [String: CountryTruth.HalfYear] = [:]
        for period in world.periods {
            var half = CountryTruth.HalfYear()
            if world.plan.sources.contains(SyntheticData.youthAssistance) {
                countAssistance(period, &half, &lastSeen)
            }
            if world.plan.sources.contains(SyntheticData.protection) {
                countMeasures(period, &half)
            }
            periods[period.description] = half
        }
        return periods
    }

    private func countAssistance(
        _ period: ReportingPeriod,
        _ half: inout CountryTruth.HalfYear,
        _ lastSeen: inout [Int]
    ) {
        let first = period.start.number
        let last = period.end.number
        var byReferrer = Array(repeating: 0, count: 10)
        for trajectory in world.trajectories where trajectory.runs(from: first, to: last) {
            half.trajectories += 1
            byReferrer[Int(trajectory.referrer)] += 1
            if trajectory.start >= first { half.started += 1 }
            if trajectory.end <= last { half.ended += 1 }
            let child = Int(trajectory.child)
            if world.children[child].isKnown, lastSeen[child] != period.ordinal {
                lastSeen[child] = period.ordinal
                half.youths += 1
            }
        }
        for (code, count) in byReferrer.enumerated() where count > 0 {
            half.trajectoriesByReferrer["0\(code)"] = count
        }
    }

    private func countMeasures(
        _ period: ReportingPeriod,
        _ half: inout CountryTruth.HalfYear
    ) {
        let first = period.start.number
        let last = period.end.number
        var total = CountryTruth.Balance()
        var byType: [String: CountryTruth.Balance] = [:]
        for measure in world.measures where measure.start <= last && measure.end >= first {
            var balance = byType["\(measure.type)"] ?? CountryTruth.Balance()
            func note(_ count: WritableKeyPath<CountryTruth.Balance, Int>) {
                balance[keyPath: count] += 1
                total[keyPath: count] += 1
            }
            if measure.start < first { note(\.opening) } else { note(\.inflow) }
            if measure.end <= last { note(\.outflow) } else { note(\.closing) }
            if measure.transferred >= first, measure.transferred < last { note(\.transfers) }
            byType["\(measure.type)"] = balance
        }
        byType["T"] = total
        half.measures = byType
    }
}
