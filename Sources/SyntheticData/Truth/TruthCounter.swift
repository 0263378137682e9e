import Domain

/// Counts the truth from the world itself, without looking at any delivery.
struct TruthCounter {
    let world: World

    func count() -> [String: CountryTruth.HalfYear] {
        var lastSeen = Array(repeating: -1, count: world.children.count)
        var periods: [String: CountryTruth.HalfYear] = [:]
        let help = world.reports.isEmpty ? [:] : helpByChild()
        for period in world.periods {
            var half = CountryTruth.HalfYear()
            if world.plan.sources.contains(SyntheticData.youthAssistance) {
                countAssistance(period, &half, &lastSeen)
            }
            if world.plan.sources.contains(SyntheticData.protection) {
                half.measures = balances(of: world.measures, period)
            }
            if world.plan.sources.contains(SyntheticData.rehabilitation) {
                half.rehabilitation = balances(of: world.rehabilitation, period)
            }
            if world.plan.sources.contains(SyntheticData.reports) {
                half.reports = reports(in: period, helpOf: help)
            }
            if world.plan.sources.contains(SyntheticData.centreCounts) {
                half.contacts = contacts(in: period)
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

    private func balances(
        of measures: [Measure],
        _ period: ReportingPeriod
    ) -> [String: CountryTruth.Balance] {
        let first = period.start.number
        let last = period.end.number
        var total = CountryTruth.Balance()
        var byType: [String: CountryTruth.Balance] = [:]
        for measure in measures where measure.start <= last && measure.end >= first {
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
        return byType
    }

    private func helpByChild() -> [Int32: [Trajectory]] {
        var help: [Int32: [Trajectory]] = [:]
        let reported = Set(world.reports.flatMap { $0.persons.map(\.child) })
        for trajectory in world.trajectories where reported.contains(trajectory.child) {
            help[trajectory.child, default: []].append(trajectory)
        }
        return help
    }

    /// The truth that linkage should find: children by their first report of the half-year.
    private func reports(
        in period: ReportingPeriod,
        helpOf help: [Int32: [Trajectory]]
    ) -> CountryTruth.Reports {
        var truth = CountryTruth.Reports()
        var cases: Set<UInt32> = []
        var children: Set<Int32> = []
        let days = period.start.number...period.end.number
        for report in world.reports where days.contains(report.day) {
            guard report.isReport else {
                truth.advices += 1
                continue
            }
            truth.reports += 1
            if report.isSexualAbuse { truth.sexualAbuse += 1 }
            cases.insert(report.caseNumber)
            for person in report.persons where person.role == UInt8(ascii: "S") {
                guard person.child >= 0, children.insert(person.child).inserted else { continue }
                let own = help[person.child] ?? []
                if own.contains(where: { $0.start < report.day && $0.end >= report.day }) {
                    truth.childrenWithHelp += 1
                } else if own.contains(where: {
                    (report.day...report.day + 180).contains($0.start)
                }) {
                    truth.childrenWithNewHelp += 1
                }
            }
        }
        truth.cases = cases.count
        truth.children = children.count
        return truth
    }

    private func contacts(in period: ReportingPeriod) -> [String: Int] {
        let days = period.start.number...period.end.number
        let own = world.contacts.filter { days.contains($0.day) }
        return [
            "all": own.count, "minors": own.count { $0.ageClass < 2 },
            "acute": own.count { $0.isAcute },
        ]
    }
}
