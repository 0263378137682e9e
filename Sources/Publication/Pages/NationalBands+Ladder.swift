import Domain

extension NationalBands {
    /// The units that must not be taken for one another.
    func ladder() throws -> HTML {
        let wording = context.wording
        let sources: [(UnitOfCount, (id: String, item: String)?)] = [
            (.advice, NationalSeries.advices), (.report, NationalSeries.reports),
            (.caseOfReports, nil), (.child, nil), (.family, nil),
            (.trajectory, NationalSeries.certifiedInstitutions),
        ]
        var periods: [String] = []
        let rungs = sources.map { unit, source in
            let latest = source.flatMap { latestFigure($0.id, $0.item) }
            if let latest { periods.append(latest.period) }
            let remark = latest.map { wording.period($0.period) }
            return LadderChart.Rung(
                name: wording("page.unit.\(unit.rawValue)"),
                mark: Mark(latest),
                remark: [remark ?? wording("page.ladder.none.\(unit.rawValue)")]
            )
        }
        let title = wording("page.ladder.title")
        let marks = rungs.map { ($0.name, $0.mark) }
        let chart = LadderChart(rungs: rungs, summary: Summary.text(title, marks, wording))
        let margin = try MarginNote(
            figure: "ladder",
            cautions: [],
            unit: wording("page.ladder.unit"),
            period: wording.span(periods.sorted()),
            source: wording("page.ladder.source"),
            status: wording("page.status.provisional"),
            definition: wording("page.ladder.definition"),
            doesNotSay: wording("page.ladder.does-not-say")
        )
        let figure = Figure(
            title: wording("page.ladder.figure"),
            unit: wording("page.ladder.unit"),
            chart: chart.drawn(wording),
            tones: chart.tones,
            margin: margin,
            table: DataTable(
                caption: title,
                columns: ["unit", "number", "remark"].map { wording("page.column.\($0)") },
                rows: rungs.map { rung in
                    DataTable.Row(
                        heading: rung.name,
                        cells: [
                            rung.mark.cell(wording), .text(rung.remark.joined(separator: " ")),
                        ]
                    )
                }
            )
        )
        return Blocks.band(title, intro: wording("page.ladder.intro")) {
            figure.panel(wording)
        }
    }

    /// The newest figure of an item that has a number.
    func latestFigure(_ id: String, _ item: String) -> PublishedFigure? {
        context.series(id)?.figures.last { $0.item == item && Mark($0).top != nil }
    }
}
