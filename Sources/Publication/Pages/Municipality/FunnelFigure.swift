import Comparison
import Definitions
import Domain
import Statistics

/// The funnel of one measure as a figure, with its table and what it does not say.
struct FunnelFigure {
    let figures: ComparedFigures
    let measure: ComparedMeasure
    let sheet: ComparisonSheet

    private var context: PageContext { figures.context }
    private var wording: Wording { context.wording }
    private var per: Double { Double(measure.per) }

    /// The figure; `nil` where the table it came from is not in the release.
    func figure() throws -> Figure? {
        guard let definition = context.definitions.indicators[measure.indicator],
            let table = context.contents.table(measure.indicator, sheet.period)
        else { return nil }
        let own = OwnFigures(
            context: context,
            region: figures.region,
            regionName: figures.name
        )
        let title = wording(
            figures.key("page.mun.funnel", sheet),
            ["region": figures.name, "measure": wording(measure.title)]
        )
        let chart = FunnelChart(
            sheet: sheet,
            per: per,
            own: (figures.region.code, figures.name),
            peers: Set(figures.peers.map(\.code)),
            sizeLabel: wording(measure.size),
            target: wording(
                "page.mun.funnel.target",
                ["number": wording.number(sheet.target * per)]
            ),
            summary: wording(
                "page.mun.funnel.summary",
                [
                    "title": title, "count": wording.number(Int64(sheet.rows.count)),
                    "target": wording.number(sheet.target * per),
                    "withheld": wording.number(Int64(sheet.withheld)),
                ]
            )
        )
        return Figure(
            title: title,
            unit: wording(
                "page.mun.funnel.unit",
                [
                    "title": wording(measure.title), "unit": wording(measure.unit),
                    "period": wording.period(sheet.period.description),
                ]
            ),
            chart: parts {
                chart.drawn(wording)
                key(hasBeyond: chart.beyond > 0)
            },
            tones: [],
            margin: try margin(own, definition, table, beyond: chart.beyond),
            table: self.table()
        )
    }

    private func margin(
        _ own: OwnFigures,
        _ definition: IndicatorDefinition,
        _ table: PublishedTable,
        beyond: Int
    ) throws -> MarginNote {
        let spread =
            sheet.tau2 > 0
            ? wording("page.mun.funnel.spread", ["phi": wording.number(sheet.phi)])
            : wording("page.mun.funnel.no-spread")
        let withheld =
            sheet.withheld == 0
            ? wording("page.mun.funnel.none-withheld")
            : wording(
                "page.mun.funnel.note",
                [
                    "withheld": wording.number(Int64(sheet.withheld)),
                    "count": wording.number(Int64(sheet.rows.count)),
                ]
            )
        let far =
            beyond == 0
            ? []
            : [wording("page.mun.funnel.far", ["count": wording.number(Int64(beyond))])]
        return try own.margin(definition, table, periods: [sheet.period])
            .adding(cautions: [withheld, spread] + far)
    }

    private func key(hasBeyond: Bool) -> HTML {
        let far = SVG.area([(6, 11), (16, 11), (11, 2)], "m-two")
        let entries: [(String, HTML)] =
            [
                ("inner", SVG.rectangle(x: 0.7, y: 0.7, width: 20.6, height: 10.6, "f5")),
                ("outer", SVG.rectangle(x: 0.7, y: 0.7, width: 20.6, height: 10.6, "f6")),
                ("others", SVG.dots([(11, 6)], "pts")),
                (
                    "peers",
                    HTML.joined([SVG.dots([(11, 6)], "pts-peer"), SVG.dots([(11, 6)], "pts-core")])
                ),
                (
                    "own",
                    HTML.joined([
                        SVG.circle(x: 11, y: 6, radius: 5, "m-ownring"),
                        SVG.circle(x: 11, y: 6, radius: 2.5, "m-own"),
                    ])
                ),
            ] + (hasBeyond ? [("far", far)] : [])
        return element("ul", .class("key"), HTMLAttribute("aria-label", wording("page.key"))) {
            entries.map { name, drawn in
                element("li") {
                    element("svg", HTMLAttribute("viewBox", "0 0 22 12"), .hidden) { drawn }
                    wording("page.mun.key.\(name)")
                }
            }
        }
    }

    /// The own municipality, its peers with their distance, and the limits at the own size.
    private func table() -> DataTable {
        var rows = [row(figures.region.code, figures.name, distance: nil)]
        rows += figures.peers.map { peer in
            row(peer.code, name(peer.code), distance: peer.distance)
        }
        return DataTable(
            caption: wording("page.mun.funnel.caption"),
            columns: ["who", "figure", "rounding", "size", "standardised", "shrunken", "distance"]
                .map { wording("page.mun.column.\($0)") },
            rows: rows
        )
    }

    private func name(_ code: String) -> String {
        context.regions.name(of: CellTable.Region(geography: .municipality, code: code)) ?? code
    }

    private func row(_ code: String, _ name: String, distance: Double?) -> DataTable.Row {
        let row = sheet.row(code)
        let isStandardised = measure.standard != .none
        return DataTable.Row(
            heading: name,
            cells: [
                figures.cell(row?.figure?.value, measure),
                row?.figure.map { figure in
                    .number(
                        wording(
                            "page.number.between",
                            [
                                "low": wording.number(figure.limits.lower * per),
                                "high": wording.number(figure.limits.upper * per),
                            ]
                        )
                    )
                } ?? .suppressed,
                row?.size.map { .number(wording.number($0.shown)) } ?? .suppressed,
                isStandardised
                    ? row?.ratio.map { .number(figures.between($0.limits, sheet, measure)) }
                        ?? .suppressed
                    : .missing,
                row?.shrunken.map { .number(figures.between($0.limits, sheet, measure)) }
                    ?? (row?.events == nil ? .suppressed : .missing),
                distance.map { .number(wording.number($0)) } ?? .missing,
            ]
        )
    }
}
