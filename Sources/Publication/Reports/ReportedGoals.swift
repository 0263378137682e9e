import Definitions
import Domain

/// *Eigen doelen*: goals with their dates beside the figures; the report judges none of them.
struct ReportedGoals {
    let report: RegionReport

    private var wording: Wording { report.context.wording }

    /// The goals, or that none were given.
    func drawn() throws -> HTML {
        guard let goals = report.goals else {
            return element("p", .class("hole-note")) { wording("report.goals.none") }
        }
        return try parts {
            element("p") {
                wording(
                    "report.goals.source",
                    ["title": wording(goals.title), "source": wording(goals.source)]
                )
            }
            try table(goals).drawn(wording)
            element("p", .class("small")) { wording("report.goals.note") }
        }
    }

    private func table(_ goals: RegionalGoals) throws -> DataTable {
        DataTable(
            caption: wording("report.goals.caption", ["region": report.name]),
            columns: ["goal", "decided", "by", "wanted", "then", "now"].map {
                wording("report.goals.column.\($0)")
            },
            rows: try goals.goals.map { goal in
                DataTable.Row(
                    heading: wording(goal.title),
                    cells: [
                        .text(wording.period(goal.decided.description)),
                        .text(wording.period(goal.by.description)),
                    ] + (try figures(goal))
                )
            }
        )
    }

    /// What is wanted, the figure of the half-year of the decision and the newest one.
    private func figures(_ goal: RegionalGoals.Goal) throws -> [DataTable.Cell] {
        guard let figure = goal.figure else {
            return [.text(wording("report.goals.unmeasured")), .missing, .missing]
        }
        let wanted = wording(
            "report.goals.wanted.\(figure.wanted.rawValue)",
            ["number": wording.number(figure.value), "indicator": figure.indicator]
        )
        let own = OwnFigures(
            context: report.context,
            region: report.region,
            regionName: report.name
        )
        let (year, month, _) = goal.decided.components
        let decided = ReportingPeriod(year: year, half: month <= 6 ? 1 : 2)
        return [
            .text(wanted), try cell(figure, decided.map { .halfYear($0) }, own),
            try cell(figure, own.periods(figure.indicator).last, own),
        ]
    }

    private func cell(
        _ figure: RegionalGoals.Figure,
        _ period: Period?,
        _ own: OwnFigures
    ) throws -> DataTable.Cell {
        guard let period else { return .missing }
        let mark = try own.mark(
            figure.indicator,
            period,
            figure.codes,
            measure: figure.measure
        )
        guard mark != .suppressed, mark != .missing else { return mark.cell(wording) }
        return .text(
            wording(
                "report.goals.figure",
                ["number": mark.label(wording), "period": wording.period(period.description)]
            )
        )
    }
}
