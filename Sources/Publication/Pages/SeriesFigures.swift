import Domain

/// Figures of published series: their own words, their own holes and breaks.
struct SeriesFigures {
    let context: PageContext

    private var wording: Wording { context.wording }

    /// The columns of one item over all periods of its series.
    func columns(
        _ series: PublishedSeries,
        item: String,
        title: String? = nil
    ) throws -> (figure: Figure, chart: ColumnChart) {
        let all = series.figures.filter { $0.item == item }
        let figures = all.filter { !isCovered($0, by: all) }
        let chart = ColumnChart(
            slots: slots(figures, series),
            summary: summary(series, figures, item)
        )
        let title = title ?? label(series, item)
        let figure = Figure(
            title: title,
            unit: unit(series, item),
            chart: chart.drawn(wording),
            tones: chart.tones,
            margin: try margin(series, periods: figures.map(\.period)),
            table: table(series, items: [item])
        )
        return (figure, chart)
    }

    /// What stands beside a figure of a series.
    func margin(_ series: PublishedSeries, periods: [String]) throws -> MarginNote {
        try MarginNote(
            figure: series.id,
            cautions: (series.caution.map { [wording($0)] } ?? [])
                + CrossingWords.cautions(series.id, context),
            unit: wording("page.unit.\(series.unit.rawValue)"),
            period: wording.span(periods),
            source: wording(series.source),
            status: status(series),
            definition: wording(series.definition),
            doesNotSay: wording(series.doesNotSay)
        )
    }

    /// The numbers of some items, a row to a period; reasons of breaks stand in the caption's row.
    func table(_ series: PublishedSeries, items: [String]? = nil) -> DataTable {
        let shown = series.items.filter { items?.contains($0.code) ?? true }
        var periods: [String] = []
        for figure in series.figures where !periods.contains(figure.period) {
            periods.append(figure.period)
        }
        // Many things at few moments are read downwards: a wide table is cut off on paper.
        if shown.count > 6, shown.count > periods.count {
            return downwards(series, shown, periods)
        }
        return DataTable(
            caption: wording("page.table.series", ["series": wording(series.title)]),
            columns: [wording("page.column.period")] + shown.map { wording($0.label) }
                + [wording("page.column.status")],
            rows: periods.map { period in
                let figures = shown.map { series.figure(period, $0.code) }
                return DataTable.Row(
                    heading: wording.period(period),
                    cells: figures.map { Mark($0).cell(wording) } + [
                        .text(statusText(figures.compactMap { $0 }))
                    ]
                )
            }
        )
    }

    private func downwards(
        _ series: PublishedSeries,
        _ shown: [PublishedSeries.Item],
        _ periods: [String]
    ) -> DataTable {
        DataTable(
            caption: wording("page.table.series", ["series": wording(series.title)]),
            columns: [wording("page.column.item")] + periods.map(wording.period)
                + [wording("page.column.status")],
            rows: shown.map { item in
                let figures = periods.map { series.figure($0, item.code) }
                return DataTable.Row(
                    heading: wording(item.label),
                    cells: figures.map { Mark($0).cell(wording) } + [
                        .text(statusText(figures.compactMap { $0 }))
                    ]
                )
            }
        )
    }

    /// The items of a series in words, with the name of the series where it has several.
    func label(_ series: PublishedSeries, _ item: String) -> String {
        guard series.items.count > 1, let one = series.items.first(where: { $0.code == item })
        else { return wording(series.title) }
        return wording(
            "page.series.item",
            ["series": wording(series.title), "item": wording(one.label)]
        )
    }

    /// What is counted: the item where a series has several, else its unit.
    private func unit(_ series: PublishedSeries, _ item: String) -> String {
        let one = series.items.count > 1 ? series.items.first { $0.code == item } : nil
        return one.map { wording($0.label) } ?? wording(series.unitLabel)
    }

    private func slots(
        _ figures: [PublishedFigure],
        _ series: PublishedSeries
    ) -> [ColumnChart.Slot] {
        var named = ""
        return figures.enumerated().map { index, figure in
            let year = String(figure.period.prefix(4))
            let label = year == named ? "" : year
            named = year
            return ColumnChart.Slot(
                label: label,
                mark: Mark(figure),
                breakReason: index == 0
                    ? nil : breakReason(between: figures[index - 1], and: figure, series)
            )
        }
    }

    /// Why two neighbours may not be compared, or `nil` when they may.
    private func breakReason(
        between left: PublishedFigure,
        and right: PublishedFigure,
        _ series: PublishedSeries
    ) -> String? {
        // A break before a period that has no figure stands before the next that has one.
        if let one = series.breaks.first(where: {
            left.period < $0.before && $0.before <= right.period
        }) {
            return wording(one.reason)
        }
        switch (Period(left.period), Period(right.period)) {
        case (.halfYear, .year): return wording("page.chart.whole-year")
        case (.year, .halfYear): return wording("page.chart.half-year")
        default: return nil
        }
    }

    /// Whether a half-year without a figure lies in a year that has one, so that it is no hole.
    private func isCovered(_ figure: PublishedFigure, by all: [PublishedFigure]) -> Bool {
        guard figure.value == .missing, case .halfYear(let half) = Period(figure.period) else {
            return false
        }
        return all.contains { $0.period == String(half.year) && $0.value != .missing }
    }

    private func summary(
        _ series: PublishedSeries,
        _ figures: [PublishedFigure],
        _ item: String
    ) -> String {
        Summary.text(
            label(series, item),
            figures.map { (wording.period($0.period), Mark($0)) },
            wording
        )
    }

    private func status(_ series: PublishedSeries) -> String {
        let isDerived = series.figures.contains { figure in
            switch figure.value {
            case .derived, .about: true
            default: false
            }
        }
        let isProvisional = series.figures.contains { $0.status != .final }
        switch (isProvisional, isDerived) {
        case (true, true): return wording("page.status.provisional-and-derived")
        case (true, false): return wording("page.status.provisional")
        case (false, true): return wording("page.status.derived")
        case (false, false): return wording("page.status.published")
        }
    }

    private func statusText(_ figures: [PublishedFigure]) -> String {
        guard let first = figures.first else { return "–" }
        switch first.value {
        case .missing: return wording("page.state.missing")
        case .withheld: return wording("page.state.withheld")
        case .derived: return wording("page.state.derived")
        case .about: return wording("page.state.about")
        case .interval: return wording("page.state.interval")
        case .number:
            switch first.status {
            case .final: return wording("page.state.final")
            case .provisional: return wording("page.state.provisional")
            case .revisedProvisional: return wording("page.state.revised")
            }
        }
    }
}

/// The core of a chart in words.
enum Summary {
    /// The title and each figure, holes and withheld ones named as such.
    static func text(_ title: String, _ marks: [(String, Mark)], _ wording: Wording) -> String {
        let values = marks.map { label, mark in
            wording("page.summary.value", ["label": label, "value": mark.spoken(wording)])
        }
        return wording(
            "page.summary",
            ["title": title, "values": values.joined(separator: "; ")]
        )
    }
}
