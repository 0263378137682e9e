import Domain

/// The bands of the national page.
struct NationalBands {
    let context: PageContext

    private var wording: Wording { context.wording }
    private var figures: SeriesFigures { SeriesFigures(context: context) }

    /// The three core sources beside prevalence; none of them ever stands alone.
    func core() throws -> HTML {
        let panels: [(key: String, series: (id: String, item: String))] = [
            ("gi", NationalSeries.certifiedInstitutions), ("reports", NationalSeries.reports),
            ("csg", NationalSeries.sexualAssaultCentres),
            ("prevalence", NationalSeries.prevalence),
        ]
        return try Blocks.band(
            wording("page.national.core"),
            intro: wording("page.national.core-intro")
        ) {
            try element("div", .class("panels")) {
                try panels.map { panel in
                    guard let series = context.series(panel.series.id) else { return .empty }
                    let (figure, chart) = try figures.columns(
                        series,
                        item: panel.series.item,
                        title: wording("page.national.panel.\(panel.key)")
                    )
                    return Figure(
                        title: figure.title,
                        unit: figure.unit,
                        chart: chart.drawing(wording, width: 264, height: 210),
                        tones: figure.tones,
                        margin: figure.margin,
                        table: figure.table
                    ).panel(wording, isEstimate: panel.key == "prevalence")
                }
            }
        }
    }

    /// Advices and reports apart, on half-years.
    func veiligThuis() throws -> HTML {
        try series(
            "page.national.veilig-thuis",
            NationalSeries.reports,
            NationalSeries.advices
        )
    }

    /// Measures of protection: their stock, and what came and went in the newest period.
    func protection() throws -> HTML {
        try Blocks.band(
            wording("page.national.protection"),
            intro: wording("page.national.protection-intro")
        ) {
            try flows()
            if let series = context.series(NationalSeries.protectionStock.id) {
                try figures.columns(series, item: NationalSeries.protectionStock.item).figure
                    .drawn(wording)
            }
        }
    }

    /// All youth care, of which maltreatment is one of many grounds.
    func youthCare() throws -> HTML {
        try series("page.national.youth-care", NationalSeries.youthCare)
    }

    /// Prevalence by informants and by self-report: other people, other method.
    func prevalence() throws -> HTML {
        try series(
            "page.national.prevalence",
            NationalSeries.prevalence,
            NationalSeries.selfReport
        )
    }

    private func series(_ key: String, _ shown: (id: String, item: String)...) throws -> HTML {
        try Blocks.band(wording(key), intro: wording(key + "-intro")) {
            try shown.map { one in
                guard let series = context.series(one.id) else { return .empty }
                return try figures.columns(series, item: one.item).figure.drawn(wording)
            }
        }
    }

    private func flows() throws -> HTML {
        guard let series = context.series(NationalSeries.protectionFlows),
            let period = series.figures.last(where: { $0.value != .missing })?.period
        else { return .empty }
        let roles: [(String, BalanceChart.Column.Role)] = [
            ("opening", .stock), ("inflow", .inflow), ("outflow", .outflow), ("closing", .stock),
        ]
        let columns = roles.map { item, role in
            BalanceChart.Column(
                role: role,
                label: wording("page.balance.\(item)"),
                mark: Mark(series.figure(period, item))
            )
        }
        let title = wording(
            "page.national.flows-title",
            ["period": wording.period(period)]
        )
        let chart = BalanceChart(
            columns: columns,
            summary: Summary.text(title, columns.map { ($0.label, $0.mark) }, wording)
        )
        return Figure(
            title: title,
            unit: wording(series.unitLabel),
            chart: chart.drawn(wording),
            tones: chart.tones,
            margin: try figures.margin(series, periods: [period]),
            table: figures.table(series)
        ).drawn(wording)
    }
}
