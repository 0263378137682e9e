import Columns
import Definitions
import Domain
import Linkage
import Store

/// The computing of the indicators that follow persons in a second source, period after period.
///
/// Persons are the same in both sources only where these belong to one domain of pseudonyms, which
/// needs a permit; elsewhere the table does not exist, which is no zero.
struct FollowUpRun {
    private let stage: IndicatorStage
    private let source: String
    private let definitions: [IndicatorDefinition]
    private let accepted: AcceptedDeliveries
    private let segments: [SegmentReader]
    private let places: ReportPlaces
    private let reportAxes: ReportAxes
    private let axes: AxisSet

    init(
        stage: IndicatorStage,
        source: String,
        definitions: [IndicatorDefinition],
        places: RegionPlaces
    ) throws {
        self.stage = stage
        self.source = source
        self.definitions = definitions
        accepted = try stage.accepted(source)
        segments = try stage.store.segments(source: source)
        let isCentre = stage.definitions.sources[source]?.shape == .contacts
        self.places =
            isCentre
            ? ReportPlaces(holders: accepted.holders, of: .csg)
            : ReportPlaces(places, holders: accepted.holders, of: .veiligThuis)
        reportAxes = ReportAxes(stage.definitions)
        axes = AxisSet(stage.definitions, source: source)
    }

    /// Emits the tables of some half-years, of which there must be deliveries.
    func run(
        periods: [Period],
        progress: (String) -> Void,
        absent: (AbsentTable) -> Void,
        emit: (CellTable) throws -> Void
    ) throws {
        let beside = try SourcesBeside(stage: stage, source: source, definitions: definitions)
        let spine = try PersonSpine.load(
            store: stage.store,
            wanted: segments + beside.segments,
            keep: false,
            workers: stage.workers
        )
        for period in periods {
            guard case .halfYear(let half) = period else { continue }
            progress("\(source) \(half)")
            for definition in definitions {
                if let reason = beside.reasonForAbsence(of: definition, in: period) {
                    absent(
                        AbsentTable(indicator: definition.id, period: period, reason: reason)
                    )
                    continue
                }
                try emit(table(definition, half, beside, spine))
            }
        }
    }

    /// The half-years in which help can be followed: from that of the table on, as long as the
    /// second source is delivered and linked, and no longer than the follow-up asks.
    private func followed(
        _ definition: IndicatorDefinition,
        from half: ReportingPeriod,
        _ beside: SourcesBeside
    ) -> [ReportingPeriod] {
        let last = half.end.number + Int32(definition.followUpDays ?? 0)
        var halves = [half]
        var next = half.next
        while next.start.number <= last,
            beside.reasonForAbsence(of: definition, in: .halfYear(next)) == nil
        {
            halves.append(next)
            next = next.next
        }
        return halves
    }

    private func table(
        _ definition: IndicatorDefinition,
        _ half: ReportingPeriod,
        _ beside: SourcesBeside,
        _ spine: PersonSpine
    ) throws -> CellTable {
        let days = definition.followUpDays ?? 0
        let axes = definition.breakdowns.map { axis($0, days: days) }
        let empty = SparseTable(definition, axes: axes, regions: places.regions)
        let limits = stage.definitions.sources[source]?.limits ?? [:]
        var period = FollowedPeriod(
            empty,
            period: .halfYear(half),
            adultAge: limits["adult-age"] ?? 0
        )
        if stage.definitions.sources[source]?.shape == .contacts {
            period.take(
                try ContactRow.load(
                    segments,
                    accepted: accepted,
                    period: half,
                    spine: spine,
                    workers: stage.workers
                )
            )
        } else {
            let rows = try ReportRow.load(
                segments,
                accepted: accepted,
                period: half,
                spine: spine,
                workers: stage.workers
            )
            period.take(
                CountedReport.reports(in: rows, reportAxes.order),
                axes: reportAxes,
                definitions: stage.definitions.breakdowns,
                investigation: ReportTerms(stage.definitions.sources[source]).investigation
            )
        }
        let halves = followed(definition, from: half, beside)
        let help = HelpBeside(
            of: Set(period.children.map(\.person)),
            in: try halves.compactMap { try beside.records(of: definition, $0, spine) },
            heaviestFirst: stage.definitions.breakdowns.formsHeaviestFirst.compactMap {
                CodeTable.byte(for: $0)
            },
            lastDay: PackedDay.pack((halves.last ?? half).end.number)
        )
        let counting = FollowUpCounting(empty, places: places, help: help, days: days)
        var table = try counting.table(period, .halfYear(half), workers: stage.workers)
        table.notes = accepted.notes(
            of: .halfYear(half),
            version: definition.version,
            boundaries: stage.boundaries
        )
        table.notes["followed_until"] = (halves.last ?? half).end.description
        return table
    }

    private func axis(_ breakdown: IndicatorDefinition.Breakdown, days: Int) -> Axis {
        func codes(_ source: String) -> [String] {
            stage.definitions.codes(of: breakdown, in: source).map(\.code)
        }
        switch breakdown {
        // A child with two forms, or in two scopes, is one child.
        case .form:
            return Axis(.form, codes: axes[.form].codes, hasUnknown: false, isAdditive: false)
        case .index: return Axis(.index, codes: codes(source), hasUnknown: true, isAdditive: false)
        case .reportGroup:
            return Axis(breakdown, codes: codes(source), hasUnknown: false, isAdditive: false)
        case .day:
            return Axis(
                .day,
                codes: Array(codes(source).prefix(days + 1)),
                hasUnknown: false,
                isAdditive: false
            )
        case .scope: return reportAxes[.scope]
        default: return Axis(breakdown, codes: codes(source), hasUnknown: true, isAdditive: false)
        }
    }
}
