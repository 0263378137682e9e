import Definitions
import Domain
import Weighing

/// *Campagnes*: the register on the page of its candidate, with figures before and after.
enum CampaignBand {
    /// How many periods on each side of a campaign are shown.
    private static let reach = 3

    /// The band; nothing for another verdict.
    static func drawn(_ candidate: WeighingCandidate, _ context: PageContext) -> HTML {
        let wording = context.wording
        switch candidate.verdict {
        case .campaignRegister: return register(context)
        case .qualityFramework:
            let quality = context.definitions.quality
            return Blocks.band(wording("page.quality.title")) {
                element("p") { wording(quality.caveats) }
                element("ul", .class("plain")) {
                    quality.items.map { item in element("li") { wording(item.title) } }
                }
            }
        default: return .empty
        }
    }

    private static func register(_ context: PageContext) -> HTML {
        let wording = context.wording
        let register = context.definitions.campaigns
        return Blocks.band(wording("page.campaigns.title")) {
            element("p") { wording(register.shows) }
            element("p") {
                element("b") { wording("page.margin.does-not-say") }
                ": "
                wording(register.doesNotShow)
            }
            if register.campaigns.isEmpty {
                element("p", .class("hole-note")) { wording("page.campaigns.none") }
            }
            register.campaigns.map { table($0, register, context).drawn(wording) }
        }
    }

    private static func table(
        _ campaign: CampaignRegister.Campaign,
        _ register: CampaignRegister,
        _ context: PageContext
    ) -> DataTable {
        let wording = context.wording
        var rows: [DataTable.Row] = []
        for id in register.series {
            guard let series = context.definitions.published.first(where: { $0.id == id }) else {
                continue
            }
            for item in series.items {
                let window = CampaignWindow(
                    campaign,
                    series: series,
                    item: item.code,
                    reach: reach
                )
                rows.append(
                    DataTable.Row(
                        heading: wording(
                            "page.series.item",
                            ["series": wording(series.title), "item": wording(item.label)]
                        ),
                        cells: [
                            .text(figures(window.before, wording)),
                            .text(figures(window.during, wording)),
                            .text(figures(window.after, wording)),
                        ]
                    )
                )
            }
        }
        return DataTable(
            caption: wording(
                "page.campaigns.caption",
                [
                    "title": wording(campaign.title),
                    "from": wording.period(campaign.from.description),
                    "until": wording.period(campaign.until.description), "by": campaign.by,
                    "source": campaign.source,
                ]
            ),
            columns: ["series", "before", "during", "after"].map {
                wording("page.campaigns.column.\($0)")
            },
            rows: rows
        )
    }

    private static func figures(_ figures: [PublishedFigure], _ wording: Wording) -> String {
        figures.map { figure in
            wording(
                "page.campaigns.figure",
                ["period": figure.period, "number": Mark(figure).label(wording)]
            )
        }.joined(separator: "; ")
    }
}
