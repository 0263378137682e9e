import Comparison
import Definitions
import Domain
import Statistics

/// One series of a region with its limits, breaks and what stands out, as a figure.
struct ChangeFigure {
    let context: PageContext
    let region: CellTable.Region
    let name: String
    let plan: ChangePlan

    private var wording: Wording { context.wording }

    /// The series of the plan; `nil` where the release has no table of the indicator.
    func series() throws -> ChangeSeries? {
        guard let definition = context.definitions.indicators[plan.indicator] else { return nil }
        let own = OwnFigures(context: context, region: region, regionName: name)
        guard own.newest(plan.indicator) != nil else { return nil }
        let numbers = context.definitions.comparison
        return ChangeSeries(
            try points(own),
            breaks: numbers.breaks(
                of: definition.source,
                regional: region.geography != .country
            ),
            kind: plan.kind,
            leastPoints: numbers.leastPoints,
            sigmas: numbers.controlSigmas
        )
    }

    /// The figure; `nil` where the release has no table of the indicator.
    func drawn() throws -> HTML? {
        guard let definition = context.definitions.indicators[plan.indicator] else { return nil }
        let own = OwnFigures(context: context, region: region, regionName: name)
        guard let table = own.newest(plan.indicator), let series = try series() else { return nil }
        let marks = series.points.map(mark)
        let (title, unit) = heading()
        let named = zip(series.points.map { wording.period($0.period.description) }, marks)
        let chart = ChangeChart(
            series: series,
            per: plan.per,
            marks: marks,
            summary: Summary.text(title, Array(named), wording),
            breakLabel: wording("page.tone.break")
        )
        let figure = Figure(
            title: title,
            unit: unit,
            chart: chart.drawn(wording),
            tones: chart.tones,
            margin: try own.margin(
                definition,
                table,
                periods: series.points.map { .halfYear($0.period) }
            ),
            table: self.table(series, marks, title)
        )
        return parts {
            figure.drawn(wording)
            element("ul", .class("plain")) {
                findings(series).map { finding in element("li") { finding } }
            }
        }
    }

    private func points(_ own: OwnFigures) throws -> [ChangePoint] {
        try own.periods(plan.indicator).compactMap { period in
            guard case .halfYear(let half) = period else { return nil }
            guard let table = context.contents.table(plan.indicator, period),
                let counts = RegionCounts(context, table)
            else { return ChangePoint(period: half, state: .missing) }
            switch plan {
            case .count(_, let measure):
                return ChangePoint(
                    period: half,
                    state: try counts.count(region, [:], measure) ?? .missing
                )
            case .compared(let measure):
                return ChangePoint(period: half, state: try counts.state(measure, region))
            }
        }
    }

    /// What a half-year shows.
    func mark(_ point: ChangePoint) -> Mark {
        switch point.state {
        case .withheld: return .suppressed
        case .missing: return .missing
        case .shown(let events, let size):
            let value = size.map { events.over($0).value } ?? events.shown
            guard value.isFinite else { return .missing }
            switch context.status(of: .halfYear(point.period)) {
            case .final: return .counted(value * plan.per)
            case .provisional: return .provisional(value * plan.per, "*")
            case .revisedProvisional: return .provisional(value * plan.per, "**")
            }
        }
    }

    /// The title and the unit.
    func heading() -> (title: String, unit: String) {
        switch plan {
        case .count(let indicator, let measure):
            let key = "page.change.count.\(indicator.lowercased()).\(measure)"
            return (
                wording(key),
                wording("page.own.unit", ["measure": wording(key + "-unit"), "region": name])
            )
        case .compared(let measure):
            return (
                wording(measure.title),
                wording("page.own.unit", ["measure": wording(measure.unit), "region": name])
            )
        }
    }

    /// The half-years with their limits and what rounding leaves open.
    private func table(_ series: ChangeSeries, _ marks: [Mark], _ title: String) -> DataTable {
        let limits = series.segments.flatMap(\.limits)
        let firsts = series.segments.compactMap { segment in
            segment.breakBefore == nil ? nil : segment.points.first?.period
        }
        return DataTable(
            caption: wording("page.change.caption", ["title": title]),
            columns: ["period", "figure", "rounding", "limits", "remark"].map {
                wording("page.change.column.\($0)")
            },
            rows: series.points.indices.map { index in
                let point = series.points[index]
                return DataTable.Row(
                    heading: wording.period(point.period.description),
                    cells: [
                        marks[index].cell(wording), rounding(point),
                        limits[index].map { .number(between($0.lower, $0.upper)) } ?? .missing,
                        .text(firsts.contains(point.period) ? wording("page.change.behind") : ""),
                    ]
                )
            }
        )
    }

    private func rounding(_ point: ChangePoint) -> DataTable.Cell {
        switch point.state {
        case .withheld: return .suppressed
        case .missing: return .missing
        case .shown(let events, let size):
            let range = size.map { events.over($0).range } ?? Interval(events.low, events.high)
            guard range.lower.isFinite else { return .missing }
            return .number(between(range.lower, range.upper))
        }
    }

    private func between(_ low: Double, _ high: Double) -> String {
        wording(
            "page.number.between",
            ["low": wording.number(low * plan.per), "high": wording.number(high * plan.per)]
        )
    }

    /// What stands out in each stretch, or that nothing does; then the breaks.
    func findings(_ series: ChangeSeries) -> [String] {
        var findings: [String] = []
        for segment in series.segments {
            if let cut = segment.breakBefore {
                findings.append(
                    wording(
                        "page.change.break",
                        [
                            "period": wording.period(cut.before.description),
                            "reason": wording(cut.reason),
                        ]
                    )
                )
            }
            findings += found(in: segment)
        }
        return findings
    }

    private func found(in segment: ChangeSegment) -> [String] {
        let span = wording.span(
            [segment.points.first, segment.points.last].compactMap { $0?.period.description }
        )
        guard segment.centre != nil else {
            return [
                wording(
                    "page.change.short",
                    [
                        "span": span, "count": String(segment.shown),
                        "least": String(context.definitions.comparison.leastPoints),
                    ]
                )
            ]
        }
        guard !segment.signals.isEmpty else {
            return [wording("page.change.calm", ["span": span])]
        }
        return segment.signals.map { signal in
            switch signal {
            case .outside(let period):
                wording(
                    "page.change.outside",
                    ["period": wording.period(period.description)]
                )
            case .run: wording("page.change.run", ["span": span])
            case .trend(let rises):
                wording(
                    rises ? "page.change.rises" : "page.change.falls",
                    [
                        "span": span,
                        "step": wording.number(abs(segment.trend?.perYear ?? 0) * plan.per),
                        "p": wording.number(
                            Int64(((segment.trend?.p ?? 1) * 1000).rounded()),
                            decimals: 3
                        ),
                    ]
                )
            }
        }
    }
}
