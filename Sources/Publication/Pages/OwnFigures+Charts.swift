import Definitions
import Domain

extension OwnFigures {
    /// The figure of a plan, or `nil` when the release has no table for it.
    func figure(_ plan: OwnFigurePlan) throws -> Figure? {
        guard let definition = context.definitions.indicators[plan.indicator],
            let table = newest(plan.indicator),
            table.isMade(for: region.geography)
        else { return nil }
        switch plan.form {
        case .overTime(let measure): return try overTime(plan, definition, table, measure)
        case .parts(let dimension, let measure):
            return try byCode(plan, definition, table, dimension, measure)
        case .balance: return try balance(plan, definition, table)
        case .crossed(let first, let second, let codes, let measure):
            let rows = try codes.map { pair in
                RowChart.Row(
                    label: context.wording("page.own.\(plan.key).\(pair.joined(separator: "-"))"),
                    mark: try mark(
                        plan.indicator,
                        table.period,
                        [first: pair[0], second: pair[1]],
                        measure: measure
                    )
                )
            }
            return try figure(plan, definition, table, rows, heading: "page.column.what")
        }
    }

    private func overTime(
        _ plan: OwnFigurePlan,
        _ definition: IndicatorDefinition,
        _ table: PublishedTable,
        _ measure: String
    ) throws -> Figure {
        let periods = periods(plan.indicator)
        let marks = try periods.map { try mark(plan.indicator, $0, measure: measure) }
        let (title, unit) = heading(plan)
        let named = zip(periods.map { context.wording.period($0.description) }, marks)
        let chart = ColumnChart(
            slots: zip(periods, marks).enumerated().map { index, slot in
                let isNamed = index == 0 || slot.0.halves.first?.half == 1
                return ColumnChart.Slot(
                    label: isNamed ? String(slot.0.year) : "",
                    mark: slot.1
                )
            },
            summary: Summary.text(title, Array(named), context.wording)
        )
        return Figure(
            title: title,
            unit: unit,
            chart: chart.drawn(context.wording),
            tones: chart.tones,
            margin: try margin(definition, table, periods: periods),
            table: DataTable(
                caption: title,
                columns: [
                    context.wording("page.column.period"), context.wording("page.column.number"),
                ],
                rows: zip(periods, marks).map { period, mark in
                    DataTable.Row(
                        heading: context.wording.period(period.description),
                        cells: [mark.cell(context.wording)]
                    )
                }
            )
        )
    }

    private func byCode(
        _ plan: OwnFigurePlan,
        _ definition: IndicatorDefinition,
        _ table: PublishedTable,
        _ dimension: String,
        _ measure: String
    ) throws -> Figure {
        let labels = CodeLabels(definitions: context.definitions, wording: context.wording)
        // All domestic violence stands beside what is apart of it.
        let all = dimension == "scope" ? ["T"] : []
        let rows = try (all + labels.codes(of: dimension, in: table)).map { code in
            RowChart.Row(
                label: labels.label(code, of: dimension, in: table),
                mark: try mark(
                    plan.indicator,
                    table.period,
                    [dimension: code],
                    measure: measure
                )
            )
        }
        return try figure(plan, definition, table, rows, heading: "page.column.\(dimension)")
    }

    /// A figure of rows, under the heading of what they are.
    private func figure(
        _ plan: OwnFigurePlan,
        _ definition: IndicatorDefinition,
        _ table: PublishedTable,
        _ rows: [RowChart.Row],
        heading key: String
    ) throws -> Figure {
        let (title, unit) = heading(plan)
        let chart = RowChart(
            rows: rows,
            summary: Summary.text(title, rows.map { ($0.label, $0.mark) }, context.wording)
        )
        return Figure(
            title: title,
            unit: unit,
            chart: chart.drawn(context.wording),
            tones: chart.tones,
            margin: try margin(definition, table, periods: [table.period]),
            table: DataTable(
                caption: title,
                columns: [context.wording(key), context.wording("page.column.number")],
                rows: rows.map {
                    DataTable.Row(heading: $0.label, cells: [$0.mark.cell(context.wording)])
                }
            )
        )
    }

    private func balance(
        _ plan: OwnFigurePlan,
        _ definition: IndicatorDefinition,
        _ table: PublishedTable
    ) throws -> Figure {
        let (title, unit) = heading(plan)
        let roles: [(String, BalanceChart.Column.Role)] = [
            ("opening", .stock), ("inflow", .inflow), ("transfer_in", .inflow),
            ("outflow", .outflow), ("transfer_out", .outflow), ("closing", .stock),
        ]
        let columns = try roles.map { measure, role in
            BalanceChart.Column(
                role: role,
                label: context.wording("page.balance.\(measure)"),
                mark: try mark(plan.indicator, table.period, measure: measure)
            )
        }
        let chart = BalanceChart(
            columns: columns,
            summary: Summary.text(title, columns.map { ($0.label, $0.mark) }, context.wording)
        )
        return Figure(
            title: title,
            unit: unit,
            chart: chart.drawn(context.wording),
            tones: chart.tones,
            margin: try margin(definition, table, periods: [table.period]),
            table: DataTable(
                caption: title,
                columns: [
                    context.wording("page.column.measure"), context.wording("page.column.number"),
                ],
                rows: columns.map {
                    DataTable.Row(heading: $0.label, cells: [$0.mark.cell(context.wording)])
                }
            )
        )
    }
}
