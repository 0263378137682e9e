import Definitions
import Domain

/// *Bijlage*: every figure with its table, the definitions, and the evidence of protection.
struct ReportAnnex {
    let report: RegionReport

    private var context: PageContext { report.context }
    private var wording: Wording { context.wording }
    private var own: OwnFigures {
        OwnFigures(context: context, region: report.region, regionName: report.name)
    }

    /// The indicators of which the region has a table, in the order of the sets.
    private var indicators: [(definition: IndicatorDefinition, table: PublishedTable)] {
        context.definitions.indicatorSets.flatMap(\.indicators).compactMap { id in
            guard let definition = context.definitions.indicators[id],
                let table = own.newest(id), table.isMade(for: report.region.geography)
            else { return nil }
            return (definition, table)
        }
    }

    /// The figures of each set, with their tables open.
    func figures() throws -> HTML {
        try parts {
            try context.definitions.indicatorSets.map { set in
                let figures = try set.indicators.flatMap { id in
                    try OwnFigurePlan.plans(for: id).compactMap { try own.figure($0) }
                }
                return Blocks.band(
                    wording("report.annex.figures", ["set": wording(set.title)])
                ) {
                    if figures.isEmpty {
                        element("p", .class("hole-note")) { wording("report.annex.no-figures") }
                    }
                    figures.map { $0.drawn(wording, open: true) }
                    if case .notObservable(let reason) = set.sexualViolence {
                        element("p", .class("hole-note")) { wording(reason) }
                    }
                }
            }
        }
    }

    /// What each indicator counts, of whom, and what it does not say.
    func definitions() -> HTML {
        Blocks.band(wording("report.annex.definitions")) {
            indicators.map { definition, table in
                element("div", .class("apart")) {
                    element("h3") {
                        wording(
                            "report.annex.indicator",
                            [
                                "id": definition.id, "title": wording(definition.title),
                                "version": String(table.definitionVersion),
                            ]
                        )
                    }
                    Blocks.terms([
                        (wording("report.annex.counts"), wording(definition.numerator)),
                        (wording("report.annex.of"), wording(definition.denominator)),
                        (wording("report.annex.whom"), wording(definition.populationText)),
                        (wording("report.annex.when"), wording(definition.periodRule)),
                        (wording("report.annex.use"), wording(definition.use)),
                        (wording("page.margin.does-not-say"), wording(definition.doesNotSay)),
                    ])
                }
            }
        }
    }

    /// How the figures were protected, table by table, and of which file they were taken.
    func protection() throws -> HTML {
        let tables = indicators.map(\.table)
        let profiles = Set(tables.map(\.profile)).sorted()
        return try Blocks.band(
            wording("report.annex.protection"),
            intro: wording("report.annex.protection-intro")
        ) {
            Blocks.terms(
                profiles.compactMap { context.definitions.profiles[$0] }.map { profile in
                    (wording(profile.title), wording(profile.notice))
                }
            )
            try DataTable(
                caption: wording("report.annex.protection-caption"),
                columns: ["table", "period", "profile", "shown", "withheld"].map {
                    wording("report.annex.column.\($0)")
                },
                rows: tables.map { table in
                    let cells = try context.contents.cellCounts(of: table)
                    let profile = context.definitions.profiles[table.profile]
                    return DataTable.Row(
                        heading: table.indicator,
                        cells: [
                            .text(wording.period(table.period.description)),
                            .text(profile.map { wording($0.title) } ?? table.profile),
                            .number(wording.number(Int64(cells.shown))),
                            .number(wording.number(Int64(cells.withheld))),
                        ]
                    )
                }
            ).drawn(wording)
            element("p") { wording("report.annex.digest") }
            element("pre", HTMLAttribute("tabindex", "0")) { element("code") { report.digest } }
        }
    }
}
