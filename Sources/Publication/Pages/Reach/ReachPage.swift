import Comparison
import Definitions
import Domain
import Statistics

/// *Bereik*: who is reported and known, beside prevalence; always between bounds, never a gap.
enum ReachPage {
    private static let country = CellTable.Region(geography: .country, code: "NL01")

    /// The page of a region; of the country without one.
    static func build(_ context: PageContext, region: CellTable.Region?) throws -> HTML {
        let region = region ?? country
        guard let name = context.regions.name(of: region) else { throw PageError.unknownRegion }
        let wording = context.wording
        return try PageFrame.page(
            context,
            title: wording("page.reach.short-title", ["region": name]),
            description: wording("page.reach.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(region == country ? .national : .region(region)),
                    region == country ? wording("page.nav.national") : name,
                    wording("page.nav.reach")
                ),
                kicker: wording("page.reach.kicker"),
                title: wording("page.reach.title", ["region": name]),
                lead: wording("page.reach.lead")
            )
            try NationalBands(context: context).core()
            if let figures = ReachFigures(context) {
                try bands(context, figures, region, name)
            } else {
                Blocks.band(wording("page.reach.known")) {
                    element("p", .class("hole-note")) { wording("page.reach.none") }
                    element("p") { wording(context.definitions.comparison.reach.scope) }
                }
            }
            Blocks.band(wording("page.reach.unseen"), id: "overlap") {
                element("p") { wording("page.reach.unseen-text") }
                element("p") { wording("page.reach.unseen-models") }
            }
            Blocks.band(wording("page.reach.how"), id: "methode") {
                Blocks.terms(
                    ["bounds", "linkage", "area", "together", "never"].map { part in
                        (wording("page.reach.how.\(part)"), wording("page.reach.how.\(part)-text"))
                    }
                )
                assumptions(context)
            }
        }
    }

    private static func assumptions(_ context: PageContext) -> HTML {
        let definition = context.definitions.comparison.reach
        return element("p", .class("hole-note")) {
            context.wording(
                "page.reach.assumed",
                [
                    "linkage": context.wording.number(definition.missedLinkagePercent),
                    "regions": context.wording.number(
                        Int64((definition.betweenRegions * 100).rounded()),
                        decimals: 2
                    ),
                    "municipalities": context.wording.number(
                        Int64((definition.betweenMunicipalities * 100).rounded()),
                        decimals: 2
                    ),
                ]
            )
        }
    }

    private static func bands(
        _ context: PageContext,
        _ figures: ReachFigures,
        _ region: CellTable.Region,
        _ name: String
    ) throws -> HTML {
        let wording = context.wording
        let definition = context.definitions.comparison.reach
        let sources = try figures.sources(region)
        return try parts {
            try Blocks.band(wording("page.reach.known"), id: "bekend") {
                Blocks.cautions(context.cautions(of: figures.table))
                if sources.isEmpty {
                    element("p", .class("hole-note")) {
                        wording("page.reach.no-region", ["region": name])
                    }
                } else {
                    try ReachFigure(
                        context: context,
                        figures: figures,
                        title: wording("page.reach.by-source", ["region": name]),
                        unit: wording("page.reach.unit"),
                        scope: wording(definition.scope),
                        rows: try rows(figures, sources, region, wording) + [
                            try together(figures, region, wording("page.reach.together"), wording)
                        ]
                    ).drawn()
                }
            }
            try sexualViolence(context, region, name)
            try regions(context, figures)
        }
    }

    private static func sexualViolence(
        _ context: PageContext,
        _ region: CellTable.Region,
        _ name: String
    ) throws -> HTML {
        let wording = context.wording
        let figures = ReachFigures(context, sexual: true)
        let sources = try figures?.sources(region) ?? []
        return try Blocks.band(wording("page.reach.sexual"), id: "seksueel-geweld") {
            if let figures, !sources.isEmpty {
                try ReachFigure(
                    context: context,
                    figures: figures,
                    title: wording("page.reach.sexual-title", ["region": name]),
                    unit: wording("page.reach.sexual-unit"),
                    scope: wording(context.definitions.comparison.reach.sexualScope),
                    rows: try rows(figures, sources, region, wording)
                ).drawn()
            } else {
                element("p", .class("hole-note")) {
                    wording("page.reach.sexual-none", ["region": name])
                }
            }
        }
    }

    private static func regions(_ context: PageContext, _ figures: ReachFigures) throws -> HTML {
        let wording = context.wording
        let known = context.regions.groups.first { $0.geography == .veiligThuis }?.entries ?? []
        let places = try known.filter { try !figures.sources($0.region).isEmpty }
        guard !places.isEmpty else { return .empty }
        return try Blocks.band(
            wording("page.reach.regions"),
            id: "regios",
            intro: wording("page.reach.regions-intro")
        ) {
            try ReachFigure(
                context: context,
                figures: figures,
                title: wording("page.reach.regions-title"),
                unit: wording("page.reach.unit"),
                scope: wording(context.definitions.comparison.reach.scope),
                rows: try places.map { try together(figures, $0.region, $0.name, wording) }
            ).drawn()
        }
    }

    private static func rows(
        _ figures: ReachFigures,
        _ sources: [ReachDefinition.Source],
        _ region: CellTable.Region,
        _ wording: Wording
    ) throws -> [ReachFigure.Row] {
        try sources.map { source in
            let (known, interval) = try figures.known(source.code, region)
            return ReachFigure.Row(
                label: wording(source.label),
                known: known,
                count: cell(interval?.known, known, wording),
                estimated: cell(try figures.estimated(region), .absent, wording)
            )
        }
    }

    private static func together(
        _ figures: ReachFigures,
        _ region: CellTable.Region,
        _ label: String,
        _ wording: Wording
    ) throws -> ReachFigure.Row {
        let (known, interval) = try figures.together(region)
        return ReachFigure.Row(
            label: label,
            known: known,
            count: cell(interval?.known, known, wording),
            estimated: cell(try figures.estimated(region), .absent, wording)
        )
    }

    private static func cell(
        _ bounds: Interval?,
        _ known: ReachFigures.Known,
        _ wording: Wording
    ) -> DataTable.Cell {
        guard let bounds else {
            if case .withheld = known { return .suppressed }
            return .missing
        }
        return .number(
            wording(
                "page.number.between",
                [
                    "low": wording.number(Int64(bounds.lower.rounded(.down))),
                    "high": wording.number(Int64(bounds.upper.rounded(.up))),
                ]
            )
        )
    }
}
