import Columns
import Definitions
import Domain
import Linkage
import Store

/// The computing of the indicators of one source, period after period.
struct SourceRun {
    let stage: IndicatorStage
    let source: String
    let definitions: [IndicatorDefinition]
    let places: RegionPlaces
    let accepted: AcceptedDeliveries
    let segments: [SegmentReader]
    let axisSet: AxisSet
    let calendar: CalendarTables

    init(
        stage: IndicatorStage,
        source: String,
        definitions: [IndicatorDefinition],
        places: RegionPlaces
    ) throws {
        self.stage = stage
        self.source = source
        self.definitions = definitions
        self.places = places
        accepted = try stage.accepted(source)
        segments = try stage.store.segments(source: source)
        axisSet = AxisSet(stage.definitions, source: source)
        calendar = CalendarTables(stage.definitions.breakdowns)
    }

    func run(
        periods asked: [Period],
        progress: (String) -> Void,
        absent: (AbsentTable) -> Void,
        emit: (CellTable) throws -> Void
    ) throws {
        let periods = asked.isEmpty ? accepted.periods.map { Period.halfYear($0) } : asked
        for period in periods where !period.halves.contains(where: accepted.periods.contains) {
            throw IndicatorError.noDeliveries(source: source, period: period.description)
        }
        let needsHistory =
            stage.switches.looksBack && definitions.contains { $0.repeatRule != nil }
        // A balance is held against the closing stock of the period before.
        let compared =
            definitions.contains { $0.population == .balance }
            ? Set(periods.map(StockComparison.before)) : []
        var stocks = StockComparison(axis: axisSet[.type])
        let halves = Set((periods + compared).flatMap(\.halves))
        guard let last = periods.flatMap(\.halves).max() else { return }
        let loaded = accepted.periods.filter { halves.contains($0) || (needsHistory && $0 < last) }
        let beside = try SourcesBeside(stage: stage, source: source, definitions: definitions)
        let spine = try PersonSpine.load(
            store: stage.store,
            wanted: segments + beside.segments,
            keep: false,
            workers: stage.workers
        )
        var history = History()
        var measureHistory = MeasureHistory()
        var waiting: PeriodRecords?
        var ahead: (half: ReportingPeriod, records: PeriodRecords)?
        for half in loaded {
            progress("\(source) \(half)")
            let records =
                try ahead.flatMap { $0.half == half ? $0.records : nil }
                ?? load(half, spine)
            ahead = nil
            if needsHistory, definitions.contains(where: { $0.population == .measuresStarted }) {
                measureHistory.append(records)
            }
            if periods.contains(.halfYear(half)) {
                let own = existing(in: .halfYear(half), beside, absent)
                if own.contains(where: \.looksAhead) {
                    ahead = (half.next, try load(half.next, spine))
                }
                try tables(own, records, .halfYear(half), history, stocks, ahead?.records, emit)
                try measureTables(own, records, half, measureHistory, emit)
                for definition in own where definition.population == .withBoth {
                    guard let second = try beside.records(of: definition, half, spine) else {
                        continue
                    }
                    let together = ConcurrentHelp(
                        help: records,
                        measures: second,
                        period: .halfYear(half),
                        places: places
                    )
                    let table = together.table(definition, axisSet: axisSet)
                    try emit(noted(table, definition, .halfYear(half)))
                }
            }
            // The half-year at hand brings its own records; only later ones look back on it.
            if needsHistory, half != loaded.last {
                try history.append(
                    records,
                    period: half,
                    hasNext: accepted.hasDelivered(half.next),
                    workers: stage.workers
                )
            }
            if compared.contains(.halfYear(half)) {
                stocks.remember(
                    MeasureTables(records: records, period: .halfYear(half), places: places)
                )
            }
            let year = Period.year(half.year)
            if periods.contains(year) || compared.contains(year) {
                if half.half == 1, loaded.contains(half.next) {
                    waiting = records
                } else {
                    let first = half.half == 2 ? waiting : records
                    let second = half.half == 2 ? records : nil
                    waiting = nil
                    let set = try yearSet(
                        first,
                        second,
                        year: half.year,
                        personCount: spine.personCount
                    )
                    if periods.contains(year) {
                        let both = try PeriodRecords.join(
                            [first, second].compactMap { $0 },
                            personCount: spine.personCount,
                            workers: stage.workers
                        )
                        let own = existing(in: year, beside, absent)
                        try tables(own, set, year, history, stocks, nil, emit, youths: both)
                    }
                    if compared.contains(year) {
                        stocks.remember(MeasureTables(records: set, period: year, places: places))
                    }
                }
            }
        }
    }

    private func load(_ half: ReportingPeriod, _ spine: PersonSpine) throws -> PeriodRecords {
        try PeriodRecords.load(
            segments.filter { $0.period == half },
            accepted: accepted,
            period: half,
            spine: spine,
            outcomes: definitions.contains(where: \.needsOutcomes),
            workers: stage.workers
        )
    }

    /// The indicators that have a table for a period; of the others is said why not.
    private func existing(
        in period: Period,
        _ beside: SourcesBeside,
        _ absent: (AbsentTable) -> Void
    ) -> [IndicatorDefinition] {
        definitions.filter { definition in
            if case .year = period, !definition.worksForYears { return false }
            let next = period.halves.last?.next
            let reason: AbsentTable.Reason? =
                if let last = definition.lastPeriod, period.end > last.period.end {
                    .lastPeriod
                } else if definition.looksAhead, let next, !accepted.periods.contains(next) {
                    .nextPeriod
                } else {
                    beside.reasonForAbsence(of: definition, in: period)
                }
            guard let reason else { return true }
            absent(AbsentTable(indicator: definition.id, period: period, reason: reason))
            return false
        }
    }

    /// Emits the tables of measures that began or ended in a half-year.
    private func measureTables(
        _ own: [IndicatorDefinition],
        _ records: PeriodRecords,
        _ half: ReportingPeriod,
        _ history: MeasureHistory,
        _ emit: (CellTable) throws -> Void
    ) throws {
        let measures = MeasureTables(records: records, period: .halfYear(half), places: places)
        for definition in own {
            let table: CellTable? =
                switch definition.population {
                case .measuresEnded: measures.ended(definition, axisSet: axisSet)
                case .measuresStarted:
                    measures.started(definition, axisSet: axisSet, history: history)
                default: nil
                }
            if let table { try emit(noted(table, definition, .halfYear(half))) }
        }
    }

    /// The records of a calendar year: those of the first half that ended in it, or whose holder
    /// has no accepted delivery for the second half, and all of the second half.
    private func yearSet(
        _ firstHalf: PeriodRecords?,
        _ secondHalf: PeriodRecords?,
        year: Int,
        personCount: Int
    ) throws -> PeriodRecords {
        var kept = PeriodRecords()
        if let records = firstHalf {
            let half = ReportingPeriod(ordinal: year * 2)
            let hasNext = accepted.hasDelivered(half.next)
            for row in 0..<records.count {
                let isOpen = records.end[row] == 0 && records.handedOver[row] == 0
                if !isOpen || !hasNext[Int(records.holder[row])] { kept.append(records, row: row) }
            }
        }
        guard let secondHalf else { return kept }
        return try PeriodRecords.join(
            [kept, secondHalf],
            personCount: personCount,
            workers: stage.workers
        )
    }

    /// Emits the tables of a period.
    ///
    /// `youths` are the records on which youths stand where these are more than the trajectories:
    /// in a year, all of both halves.
    ///
    /// `next` are the records of the half-year after, where an indicator looks ahead.
    private func tables(
        _ own: [IndicatorDefinition],
        _ records: PeriodRecords,
        _ period: Period,
        _ history: History,
        _ stocks: StockComparison,
        _ next: PeriodRecords?,
        _ emit: (CellTable) throws -> Void,
        youths: PeriodRecords? = nil
    ) throws {
        let onMeasures = own.filter { $0.population == .balance || $0.population == .withMeasure }
        let onTrajectories = own.filter {
            [.running, .started, .ended].contains($0.population)
        }
        let nobodies = Int64(records.count - records.personRows)
        if let youths {
            try trajectoryTables(
                onTrajectories.filter { $0.unit != .child },
                records,
                period,
                history,
                nobodies,
                next,
                emit
            )
            try trajectoryTables(
                onTrajectories.filter { $0.unit == .child },
                youths,
                period,
                history,
                nobodies,
                next,
                emit
            )
        } else {
            try trajectoryTables(onTrajectories, records, period, history, nobodies, next, emit)
        }
        let measures = MeasureTables(records: records, period: period, places: places)
        for definition in onMeasures {
            var table: CellTable
            if definition.population == .balance {
                table = try measures.balance(definition, axis: axisSet[.type])
                let unmatched = measures.unmatchedTransfers()
                table.notes["unmatched_transfer_in"] = String(unmatched.in)
                table.notes["unmatched_transfer_out"] = String(unmatched.out)
                table.notes["closing_difference"] = stocks.difference(measures)
            } else if let population = stage.population {
                table = try measures.rate(
                    definition,
                    population: population,
                    reference: stage.definitions.regions
                )
            } else {
                continue
            }
            try emit(noted(table, definition, period))
        }
    }

    func noted(
        _ table: CellTable,
        _ definition: IndicatorDefinition,
        _ period: Period
    ) -> CellTable {
        var table = table
        table.notes["definition_version"] = String(definition.version)
        table.notes["boundaries"] = String(stage.boundaries)
        let statuses = period.halves.filter(accepted.periods.contains).map {
            accepted.status(of: $0).rawValue
        }
        table.notes["status"] = statuses.last ?? VintageStatus.provisional.rawValue
        table.notes["deliveries"] = String(
            period.halves.reduce(0) { $0 + accepted.deliveries(for: $1).count }
        )
        table.notes["holders"] = String(accepted.holders.count)
        if definition.repeatRule != nil, let first = accepted.periods.first {
            table.notes["look_back_from"] = first.start.description
        }
        if definition.cautions.contains(where: { period.halves.contains(where: $0.covers) }) {
            table.notes["caution"] = definition.cautions.map { "\($0.from)–\($0.until)" }
                .joined(separator: ", ")
        }
        if definition.needsOutcomes { table.notes["coverage"] = Coverage.text(of: table) }
        return table
    }
}
