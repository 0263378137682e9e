import Definitions
import Domain

/// *Verandering*: series of a region with control limits and breaks, and what may lie behind them.
enum ChangePage {
    /// The page of a region.
    static func build(_ context: PageContext, region: CellTable.Region) throws -> HTML {
        guard let name = context.regions.name(of: region) else { throw PageError.unknownRegion }
        let wording = context.wording
        let figures = try ChangePlan.all(context.definitions).compactMap { plan in
            try ChangeFigure(context: context, region: region, name: name, plan: plan).drawn()
        }
        let newest = context.definitions.indicators.keys.sorted().lazy.compactMap { id in
            OwnFigures(context: context, region: region, regionName: name).newest(id)
        }.first
        return PageFrame.page(
            context,
            title: wording("page.change.short-title", ["region": name]),
            description: wording("page.change.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.region(region)),
                    name,
                    wording("page.change.here")
                ),
                kicker: wording("page.change.kicker"),
                title: wording("page.change.title", ["region": name]),
                lead: wording("page.change.lead")
            )
            Blocks.band(wording("page.change.series"), intro: wording("page.change.series-intro")) {
                if let newest { Blocks.cautions(context.cautions(of: newest)) }
                if figures.isEmpty {
                    element("p", .class("hole-note")) { wording("page.change.none") }
                }
                figures.map { figure in element("div", .class("change")) { figure } }
            }
            Blocks.band(wording("page.change.why"), intro: wording("page.change.why-intro")) {
                Explanations.list(context)
            }
            Blocks.band(wording("page.change.how")) {
                Blocks.terms(
                    ["limits", "runs", "trend", "break", "rounding"].map { part in
                        (
                            wording("page.change.how.\(part)"),
                            wording("page.change.how.\(part)-text")
                        )
                    }
                )
            }
        }
    }
}
