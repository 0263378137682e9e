import Definitions
import Domain

/// *Beschikbaarheid*: for each indicator where and over which years it can be had, in words.
enum AvailabilityPage {
    /// The page: a table of words, and under it what is missing and why.
    static func build(_ context: PageContext) -> HTML {
        let wording = context.wording
        return PageFrame.page(
            context,
            title: wording("page.availability.title"),
            description: wording("page.availability.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.indicators),
                    wording("page.nav.indicators"),
                    wording("page.nav.availability")
                ),
                kicker: wording("page.availability.kicker"),
                title: wording("page.availability.title"),
                lead: wording("page.availability.lead")
            )
            context.definitions.indicatorSets.map { set in
                Blocks.band(wording(set.title), id: set.id) {
                    table(set, context).drawn(wording)
                    SexualViolence.row(of: set, context)
                }
            }
            Blocks.band(
                wording("page.availability.missing"),
                intro: wording("page.availability.missing-intro")
            ) {
                definitions(context).map { missing($0, context) }
            }
        }
    }

    private static func definitions(_ context: PageContext) -> [IndicatorDefinition] {
        context.definitions.indicatorSets.flatMap(\.indicators)
            .compactMap { context.definitions.indicators[$0] }
    }

    private static func table(_ set: IndicatorSet, _ context: PageContext) -> DataTable {
        let wording = context.wording
        let levels = IndicatorDefinition.Availability.Level.allCases
        return DataTable(
            caption: wording("page.availability.caption", ["set": wording(set.title)]),
            columns: [wording("page.availability.indicator")]
                + levels.map { wording("availability.\($0.rawValue)") },
            rows: set.indicators.compactMap { context.definitions.indicators[$0] }.map {
                DataTable.Row(
                    heading: wording(
                        "page.indicators.item",
                        ["id": $0.id, "title": wording($0.title)]
                    ),
                    cells: $0.availability.entries.map {
                        .text(wording("availability.\($0.state.rawValue)"))
                    }
                )
            }
        )
    }

    private static func missing(_ definition: IndicatorDefinition, _ context: PageContext) -> HTML {
        let wording = context.wording
        let entries = definition.availability.entries.compactMap { entry in
            entry.missing.map { (wording("availability.\(entry.level.rawValue)"), wording($0)) }
        }
        guard !entries.isEmpty else { return .empty }
        return element("div", .id(definition.id.lowercased())) {
            element("h3") {
                Blocks.link(
                    context.path(.indicator(definition.id)),
                    wording(
                        "page.indicators.item",
                        ["id": definition.id, "title": wording(definition.title)]
                    )
                )
            }
            Blocks.terms(entries)
        }
    }
}
