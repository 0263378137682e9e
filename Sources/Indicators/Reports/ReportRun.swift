import Columns
import Definitions
import Domain
import Linkage
import Store

/// The computing of the indicators on advices and reports, period after period.
struct ReportRun {
    private let stage: IndicatorStage
    private let definitions: [IndicatorDefinition]
    private let accepted: AcceptedDeliveries
    private let segments: [SegmentReader]
    private let axes: ReportAxes
    private let places: ReportPlaces
    private let terms: ReportTerms

    init(
        stage: IndicatorStage,
        source: String,
        definitions: [IndicatorDefinition],
        places: RegionPlaces
    ) throws {
        self.stage = stage
        self.definitions = definitions
        accepted = try stage.accepted(source)
        segments = try stage.store.segments(source: source)
        axes = ReportAxes(stage.definitions)
        self.places = ReportPlaces(places, holders: accepted.holders, of: .veiligThuis)
        terms = ReportTerms(stage.definitions.sources[source])
    }

    /// Emits the tables of some periods, of which there must be deliveries.
    func run(
        periods: [Period],
        progress: (String) -> Void,
        emit: (CellTable) throws -> Void
    ) throws {
        guard let last = periods.flatMap(\.halves).max() else { return }
        let looksBack = definitions.contains { definition in
            definition.measures.contains { RepeatReports.kinds.contains($0.kind) }
        }
        let spine = try PersonSpine.load(
            store: stage.store,
            wanted: segments,
            keep: false,
            workers: stage.workers
        )
        let first = periods.map(\.start.number).min() ?? 0
        let earliest = first - Int32(terms.repeatDays)
        var repeats = RepeatReports(days: terms.repeatDays)
        var before: (half: ReportingPeriod, reports: [CountedReport])?
        for half in accepted.periods where half <= last {
            let year = Period.year(half.year)
            let isWanted = periods.contains(.halfYear(half)) || periods.contains(year)
            guard isWanted || (looksBack && half.end.number >= earliest) else { continue }
            progress("\(accepted.source) \(half)")
            let rows = try ReportRow.load(
                segments,
                accepted: accepted,
                period: half,
                spine: spine,
                workers: stage.workers
            )
            let reports = CountedReport.reports(in: rows, axes.order)
            if looksBack {
                // A year looks back from its first day.
                let start = Period.year(half.year).start.number - Int32(terms.repeatDays)
                repeats.forget(before: PackedDay.pack(start))
                repeats.append(reports)
            }
            if periods.contains(.halfYear(half)) {
                try tables(reports, .halfYear(half), repeats, emit)
            }
            let isLastOfYear = half.half == 2 || !accepted.periods.contains(half.next)
            if periods.contains(year), isLastOfYear {
                let first = before.flatMap { $0.half.year == half.year ? $0.reports : nil }
                try tables(
                    ReportRun.together(first ?? [], reports),
                    year,
                    repeats,
                    emit
                )
            }
            before = (half, reports)
        }
    }

    /// The reports of two half-years; what stands in both is as it is delivered last.
    static func together(_ first: [CountedReport], _ second: [CountedReport]) -> [CountedReport] {
        let later = Set(second.map(\.key))
        return first.filter { !later.contains($0.key) } + second
    }

    private func tables(
        _ reports: [CountedReport],
        _ period: Period,
        _ repeats: RepeatReports,
        _ emit: (CellTable) throws -> Void
    ) throws {
        let counting = ReportCounting(axes: axes, places: places, terms: terms, period: period)
        let own = definitions.filter { definition in
            if case .year = period { return definition.worksForYears }
            return true
        }
        let made = try stage.workers.map(own.count) { index in
            counting.table(own[index], reports, repeats: repeats)
        }
        for (definition, table) in zip(own, made) {
            var noted = table
            noted.notes = accepted.notes(
                of: period,
                version: definition.version,
                boundaries: stage.boundaries
            )
            if definition.measures.contains(where: { RepeatReports.kinds.contains($0.kind) }),
                let first = accepted.periods.first
            {
                noted.notes["look_back_from"] = first.start.description
            }
            try emit(noted)
        }
    }
}

extension AcceptedDeliveries {
    /// What is known of every table made of the source.
    func notes(of period: Period, version: Int, boundaries: Int) -> [String: String] {
        let known = period.halves.filter(periods.contains)
        return [
            "definition_version": String(version),
            "boundaries": String(boundaries),
            "status": known.last.map { status(of: $0).rawValue }
                ?? VintageStatus.provisional.rawValue,
            "deliveries": String(known.reduce(0) { $0 + deliveries(for: $1).count }),
            "holders": String(holders.count),
        ]
    }
}
