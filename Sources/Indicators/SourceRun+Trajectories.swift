import Columns
import Definitions
import Domain

extension SourceRun {
    /// Counts trajectories and youths of a period over the cores, and emits their tables.
    func trajectoryTables(
        _ chosen: [IndicatorDefinition],
        _ records: PeriodRecords,
        _ period: Period,
        _ history: History,
        _ nobodies: Int64,
        _ next: PeriodRecords?,
        _ emit: (CellTable) throws -> Void
    ) throws {
        guard !chosen.isEmpty else { return }
        let classes = stage.definitions.breakdowns.ageClasses
        let ageClass = calendar.ageClasses(
            on: period.end,
            axis: axisSet[.age],
            classes: classes
        )
        var heaviness = [UInt8](repeating: 255, count: 256)
        for (order, code) in stage.definitions.breakdowns.formsHeaviestFirst.enumerated() {
            if let byte = CodeTable.byte(for: code) { heaviness[Int(byte)] = UInt8(order) }
        }
        let ranges = records.personRanges(pieces: stage.workers.cores)
        let weights = heaviness
        var total = chosen.map {
            TrajectoryCount($0, axisSet: axisSet, places: places.placeCount)
        }
        let plan = CountingPlan(total, period: period)
        let counted = try stage.workers.map(ranges.count) { piece in
            var walkHistory: HistoryWalk?
            if case .halfYear(let half) = period, !ranges[piece].isEmpty,
                stage.switches.looksBack
            {
                walkHistory = HistoryWalk(
                    history,
                    upTo: half,
                    from: records.person[ranges[piece].lowerBound],
                    isMerging: stage.switches.merges
                )
            }
            let nextStarts = next.flatMap { next in
                ranges[piece].isEmpty
                    ? nil
                    : NextStarts(
                        next,
                        from: records.person[ranges[piece].lowerBound],
                        isMerging: stage.switches.merges
                    )
            }
            var merging = Merging()
            merging.isOn = stage.switches.merges
            var walk = TrajectoryWalk(
                records: records,
                period: period,
                places: places,
                calendar: calendar,
                ageClass: ageClass,
                heaviness: weights,
                plan: plan,
                history: walkHistory,
                nextStarts: nextStarts,
                merging: merging
            )
            walk.run(ranges[piece])
            return (counters: walk.counters.counts, sums: walk.sums, durations: walk.durations)
        }
        // Whole numbers added up in a fixed order: the same on any number of cores.
        var counters = [Int64](repeating: 0, count: plan.counterCount)
        var sums = [Int64](repeating: 0, count: plan.sumCount)
        var durations = [[TrajectoryCount.Duration]](repeating: [], count: plan.medianCount)
        for part in counted {
            for index in counters.indices { counters[index] &+= Int64(part.counters[index]) }
            for index in sums.indices { sums[index] &+= part.sums[index] }
            for index in durations.indices { durations[index] += part.durations[index] }
        }
        plan.distribute(counters, sums, durations, into: &total)
        for index in total.indices { total[index].withoutPerson = nobodies }
        let counts = total
        let tables = try stage.workers.map(counts.count) { index in
            let assembly = TableAssembly(
                definition: counts[index].definition,
                period: period,
                places: places,
                axes: counts[index].axes
            )
            return assembly.table(try counts[index].values(places, workers: stage.workers))
        }
        for (count, table) in zip(counts, tables) {
            try emit(noted(table, count.definition, period))
        }
    }
}

extension PeriodRecords {
    /// Ranges of rows that begin and end between persons, so that workers share nothing.
    func personRanges(pieces: Int) -> [Range<Int>] {
        var bounds = [0]
        for range in Workers.ranges(of: count, pieces: pieces).dropFirst() {
            var row = max(range.lowerBound, bounds[bounds.count - 1])
            while row > 0, row < count, person[row] == person[row - 1],
                person[row] != Numbering.nobody
            { row += 1 }
            bounds.append(row)
        }
        bounds.append(count)
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }
}
