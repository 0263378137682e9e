import Comparison
import Domain
import Statistics

/// *Wat is er veranderd*: of each series one sentence on the newest half-year and the same half-year a
/// year before, no more than rounding lets be said, and what its control chart finds.
struct ReportedChange {
    let report: RegionReport

    private var wording: Wording { report.context.wording }

    /// The series of the region, in the order of the pages.
    var figures: [ChangeFigure] {
        ChangePlan.all(report.context.definitions).map { plan in
            ChangeFigure(
                context: report.context,
                region: report.region,
                name: report.name,
                plan: plan
            )
        }
    }

    /// A sentence for each series that the release has.
    func sentences() throws -> [String] {
        try figures.compactMap { figure in
            try figure.series().map { sentence(figure, $0) }
        }
    }

    /// A sentence and what the control chart finds, for each series.
    func findings() throws -> [(sentence: String, found: [String])] {
        try figures.compactMap { figure in
            try figure.series().map { (sentence(figure, $0), figure.findings($0)) }
        }
    }

    /// What the newest half-year is beside the same half-year of the year before.
    ///
    /// Two figures differ when no two counts that rounding leaves open could be equal, and the same
    /// half of the year is taken, so that a season is no change.
    private func sentence(_ figure: ChangeFigure, _ series: ChangeSeries) -> String {
        let title = figure.heading().title
        guard let last = series.points.last else {
            return wording("report.changed.none", ["title": title])
        }
        let period = wording.period(last.period.description)
        let now = figure.mark(last)
        guard let after = last.figure else {
            let key = now == .suppressed ? "withheld" : "missing"
            return wording("report.changed.\(key)", ["title": title, "period": period])
        }
        let earlier = series.points.last { $0.period.ordinal == last.period.ordinal - 2 }
        var values = ["title": title, "period": period, "after": now.label(wording)]
        guard let earlier, let before = earlier.figure else {
            return wording("report.changed.alone", values)
        }
        values["earlier"] = wording.period(earlier.period.description)
        values["before"] = figure.mark(earlier).label(wording)
        let isBroken = series.segments.contains { segment in
            guard let first = segment.points.first, segment.breakBefore != nil else { return false }
            return earlier.period < first.period && first.period <= last.period
        }
        let key =
            if isBroken {
                "break"
            } else if after.range.lower > before.range.upper {
                "more"
            } else if after.range.upper < before.range.lower {
                "less"
            } else {
                "rounding"
            }
        return wording("report.changed.\(key)", values)
    }
}
