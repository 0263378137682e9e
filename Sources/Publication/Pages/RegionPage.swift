import Definitions
import Domain

/// *Gebied*: all our own figures for one region, with the choice of another.
enum RegionPage {
    /// The page of a region.
    static func build(_ context: PageContext, region: CellTable.Region) throws -> HTML {
        guard let name = context.regions.name(of: region) else { throw PageError.unknownRegion }
        let wording = context.wording
        let own = OwnFigures(context: context, region: region, regionName: name)
        let kind = wording("page.geography.\(region.geography.rawValue)")
        return try PageFrame.page(
            context,
            title: name,
            description: wording("page.region.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(context.path(.national), wording("page.nav.national"), kind),
                kicker: wording(
                    "page.region.kicker",
                    [
                        "kind": kind,
                        "year": String(context.definitions.regions.referenceYear),
                    ]
                ),
                title: wording("page.region.title", ["region": name]),
                lead: wording("page.region.lead")
            ) {
                RegionSelector.form(context, chosen: region)
                surroundings(context, region)
                knowing(context)
            }
            try context.definitions.indicatorSets.map { set in
                try band(set, own, context)
            }
        }
    }

    /// The regions a municipality lies in, as links.
    static func surroundings(_ context: PageContext, _ region: CellTable.Region) -> HTML {
        let around = context.regions.surroundings(of: region)
        guard !around.isEmpty else { return .empty }
        return element("ul", .class("pages")) {
            around.map { entry in
                let kind = context.wording("page.geography.\(entry.region.geography.rawValue)")
                return element("li") {
                    element("span", .class("st")) { kind }
                    " "
                    Blocks.link(context.path(.region(entry.region)), entry.name)
                }
            }
        }
    }

    /// What these figures are, what they are not and how to read them, before any figure.
    private static func knowing(_ context: PageContext) -> HTML {
        element("div", .class("weten")) {
            ["counted", "unseen", "careful"].map { part in
                element("div") {
                    element("h2") { context.wording("page.region.\(part)") }
                    element("p") { context.wording("page.region.\(part)-text") }
                }
            }
        }
    }

    private static func band(
        _ set: IndicatorSet,
        _ own: OwnFigures,
        _ context: PageContext
    ) throws -> HTML {
        let wording = context.wording
        let shown = set.indicators.filter { !OwnFigurePlan.plans(for: $0).isEmpty }
        let figures = try shown.flatMap { id in
            try OwnFigurePlan.plans(for: id).compactMap { try own.figure($0) }
        }
        let absent = shown.filter { own.newest($0) == nil }
        let elsewhere = shown.filter { id in
            own.newest(id).map { !$0.isMade(for: own.region.geography) } ?? false
        }
        guard !shown.isEmpty else { return .empty }
        return Blocks.band(wording(set.title), id: set.id) {
            if let notice = own.newest(shown.first ?? "").map({ context.cautions(of: $0) }) {
                Blocks.cautions(notice)
            }
            figures.map { $0.drawn(wording) }
            if !absent.isEmpty {
                element("p", .class("hole-note")) {
                    wording("page.region.absent", ["ids": absent.joined(separator: ", ")])
                }
            }
            if !elsewhere.isEmpty {
                element("p", .class("hole-note")) {
                    wording("page.region.elsewhere", ["ids": elsewhere.joined(separator: ", ")])
                }
            }
            SexualViolence.row(of: set, context)
        }
    }
}
