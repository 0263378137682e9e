import Definitions
import Domain

/// *Bronnen*: every published series with its source, and the deliveries behind our own figures.
enum SourcesPage {
    /// The page.
    static func build(_ context: PageContext) throws -> HTML {
        let wording = context.wording
        let figures = SeriesFigures(context: context)
        return try PageFrame.page(
            context,
            title: wording("page.sources.title"),
            description: wording("page.sources.lead")
        ) {
            Blocks.opening(
                kicker: wording("page.sources.kicker"),
                title: wording("page.sources.title"),
                lead: wording("page.sources.lead")
            ) {
                element("ul", .class("pages")) {
                    context.contents.series.map { series in
                        element("li") {
                            Blocks.link("#" + series.id, wording(series.title))
                        }
                    }
                }
            }
            try context.contents.series.map { series in
                try Blocks.band(wording(series.title), id: series.id) {
                    try table(series, figures).drawn(wording, open: true)
                    breaks(series, wording)
                }
            }
            Blocks.band(wording("page.sources.own")) {
                Blocks.terms(
                    context.definitions.sources.values.sorted { $0.id < $1.id }.map {
                        (wording($0.title), wording($0.reference))
                    }
                )
                element("p", .class("small")) { wording(context.definitions.regions.caution) }
            }
        }
    }

    /// The series as a figure that is a table alone.
    private static func table(_ series: PublishedSeries, _ figures: SeriesFigures) throws -> Figure
    {
        let wording = figures.context.wording
        return Figure(
            title: series.tableID.map {
                wording("page.sources.table", ["table": $0])
            } ?? wording("page.sources.no-table"),
            unit: wording(series.unitLabel),
            chart: .empty,
            tones: [],
            margin: try figures.margin(series, periods: series.figures.map(\.period)),
            table: figures.table(series)
        )
    }

    private static func breaks(_ series: PublishedSeries, _ wording: Wording) -> HTML {
        guard !series.breaks.isEmpty else { return .empty }
        return element("ul", .class("plain")) {
            series.breaks.map { one in
                element("li") {
                    element("b") {
                        wording("page.sources.break", ["period": wording.period(one.before)])
                    }
                    wording(one.reason)
                }
            }
        }
    }
}
