import Comparison
import Definitions
import Domain

/// Rows of bounds as a figure: a source or a region to a row, in the order of the list.
struct ReachFigure {
    /// A row.
    struct Row {
        let label: String
        let known: ReachFigures.Known
        let count: DataTable.Cell
        let estimated: DataTable.Cell
    }

    let context: PageContext
    let figures: ReachFigures
    let title: String
    let unit: String
    let scope: String
    let rows: [Row]

    /// The figure with its margin, which says how the bounds were made.
    func drawn() throws -> HTML {
        let wording = context.wording
        let marks = rows.map { ($0.label, $0.known.mark) }
        let chart = RowChart(
            rows: marks.map { RowChart.Row(label: $0.0, mark: $0.1) },
            summary: Summary.text(title, marks, wording)
        )
        let definition = context.definitions.comparison.reach
        let source = context.series(definition.maltreatment.series).map { wording($0.source) } ?? ""
        return Figure(
            title: title,
            unit: unit,
            chart: chart.drawn(wording),
            tones: chart.tones,
            margin: try MarginNote(
                figure: definition.indicator,
                cautions: context.tags(of: figures.table),
                unit: wording("page.reach.margin.unit"),
                period: wording(
                    "page.reach.margin.period",
                    [
                        "count": wording.period(figures.table.period.description),
                        "prevalence": definition.maltreatment.period,
                    ]
                ),
                source: wording("page.reach.margin.source", ["source": source]),
                status: wording("page.reach.margin.status"),
                definition: wording(
                    "page.reach.margin.definition",
                    [
                        "linkage": wording.number(definition.missedLinkagePercent),
                        "id": definition.indicator,
                    ]
                ),
                doesNotSay: scope
            ),
            table: DataTable(
                caption: title,
                columns: ["row", "known", "estimated", "reach"].map {
                    wording("page.reach.column.\($0)")
                },
                rows: rows.map { row in
                    DataTable.Row(
                        heading: row.label,
                        cells: [
                            row.count, row.estimated, row.known.mark.cell(wording),
                        ]
                    )
                }
            )
        ).drawn(wording)
    }
}
