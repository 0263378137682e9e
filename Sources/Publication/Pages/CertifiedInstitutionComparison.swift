import Domain

/// Compares every cell of the published tables of certified institutions with our own.
struct CertifiedInstitutionComparison {
    let context: PageContext
    let own: OwnFigures

    private var wording: Wording { context.wording }

    /// Every topic in every half-year of the series, topic by topic.
    func halfYears() throws -> [Comparison] {
        guard let series = context.series("gi-halfyears") else { return [] }
        return try CertifiedInstitutionCrosswalk.halfYears.flatMap { item, cell in
            try series.figures.filter { $0.item == item && $0.value != .missing }.map { figure in
                Comparison(
                    label: label(item, series),
                    period: figure.period,
                    published: Mark(figure),
                    own: try mark(cell, figure.period)
                )
            }
        }
    }

    /// Every form for every referrer of the table of the first half-year of 2019.
    func forms() throws -> [Comparison] {
        guard let series = context.series("referrer-form-2019h1") else { return [] }
        return try CertifiedInstitutionCrosswalk.referrers.flatMap { referrer, referrerCode in
            try CertifiedInstitutionCrosswalk.forms.compactMap { form, formCode in
                let item = "\(form)|\(referrer)"
                guard let figure = series.figures.first(where: { $0.item == item }) else {
                    return nil
                }
                let cell = CertifiedInstitutionCrosswalk.Cell(
                    indicator: "BJ-01",
                    codes: ["form": formCode, "referrer": referrerCode],
                    measure: "trajectories"
                )
                return Comparison(
                    label: label(item, series),
                    period: figure.period,
                    published: Mark(figure),
                    own: try mark(cell, figure.period)
                )
            }
        }
    }

    /// The figure of some comparisons: columns of the differences' tables, all rows open.
    func figure(
        _ series: PublishedSeries,
        _ comparisons: [Comparison],
        key: String
    ) throws -> Figure {
        let published = SeriesFigures(context: context)
        let note = try published.margin(series, periods: periods(comparisons))
        let title = wording("page.gi.\(key)-title")
        let chart = ComparisonChart(
            comparisons: comparisons,
            summary: Comparison.summary(comparisons, wording)
        )
        return Figure(
            title: title,
            unit: wording(series.unitLabel),
            chart: chart.drawn(wording),
            tones: [],
            margin: note.adding(cautions: notices()),
            table: Comparison.table(comparisons, caption: title, wording)
        )
    }

    private func notices() -> [String] {
        context.contents.tables["BJ-01"]?.first.map { context.tags(of: $0) } ?? []
    }

    private func mark(
        _ cell: CertifiedInstitutionCrosswalk.Cell,
        _ period: String
    ) throws -> Mark {
        guard let period = Period(period) else { return .missing }
        return try own.mark(cell.indicator, period, cell.codes, measure: cell.measure)
    }

    private func label(_ item: String, _ series: PublishedSeries) -> String {
        series.items.first { $0.code == item }.map { wording($0.label) } ?? item
    }

    private func periods(_ comparisons: [Comparison]) -> [String] {
        Set(comparisons.map(\.period)).sorted()
    }
}
