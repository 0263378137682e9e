import Definitions
import Domain

/// *Indicatoren*: what is counted, set by set, with the row for sexual violence in each.
enum IndicatorListPage {
    /// The page.
    static func build(_ context: PageContext) -> HTML {
        let wording = context.wording
        return PageFrame.page(
            context,
            title: wording("page.indicators.title"),
            description: wording("page.indicators.lead")
        ) {
            Blocks.opening(
                kicker: wording("page.indicators.kicker"),
                title: wording("page.indicators.title"),
                lead: wording("page.indicators.lead")
            ) {
                element("p") {
                    Blocks.link(context.path(.availability), wording("page.availability.link"))
                }
            }
            context.definitions.indicatorSets.map { set in
                Blocks.band(wording(set.title), id: set.id) {
                    element("ul", .class("down")) {
                        set.indicators.compactMap { context.definitions.indicators[$0] }
                            .map { definition in
                                element("li") {
                                    Blocks.link(
                                        context.path(.indicator(definition.id)),
                                        wording(
                                            "page.indicators.item",
                                            [
                                                "id": definition.id,
                                                "title": wording(definition.title),
                                            ]
                                        )
                                    )
                                    element("span") {
                                        wording("page.unit.\(definition.unit.rawValue)")
                                    }
                                }
                            }
                    }
                    SexualViolence.row(of: set, context)
                }
            }
        }
    }
}
