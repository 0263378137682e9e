import Comparison
import Definitions
import Domain

/// The bands of a municipality's start page, in the order in which they are read.
struct MunicipalityBands {
    let context: PageContext
    let region: CellTable.Region
    let name: String

    private var wording: Wording { context.wording }
    private var figures: ComparedFigures {
        ComparedFigures(context: context, region: region, name: name)
    }
    private var own: OwnFigures {
        OwnFigures(context: context, region: region, regionName: name)
    }

    /// Three answers in words: what is known, what is not, where it differs.
    func answers() throws -> HTML {
        let figures = self.figures
        let compared = figures.compared
        let withheld = compared.count { figures.place($0.sheet) == "withheld" }
        let known = try known()
        let places = compared.map { one in
            wording(
                figures.key("page.mun.place", one.sheet),
                ["measure": wording(one.measure.title)]
            )
        }
        return element("div", .class("weten")) {
            element("div") {
                element("h2") { wording("page.mun.know") }
                known.map { text in element("p") { text } }
                if known.contains(where: { $0.contains("*") }) {
                    element("p", .class("small")) { wording("page.mun.know.provisional") }
                }
            }
            element("div") {
                element("h2") { wording("page.mun.not") }
                element("p") { wording("page.mun.not.children") }
                element("p") { wording("page.mun.not.sexual") }
                if withheld > 0 {
                    element("p") {
                        wording(
                            "page.mun.not.withheld",
                            ["count": String(withheld), "all": String(compared.count)]
                        )
                    }
                }
            }
            element("div") {
                element("h2") { wording("page.mun.differ") }
                places.map { text in element("p") { text } }
                if places.isEmpty { element("p") { wording("page.mun.differ.none") } }
            }
        }
    }

    /// What is known, in sentences.
    func known() throws -> [String] {
        [
            try sentence("trajectories", own, "BJ-01", "trajectories"),
            try sentence("measures", own, "JB-02", "youths"),
        ]
    }

    private func sentence(
        _ key: String,
        _ own: OwnFigures,
        _ indicator: String,
        _ measure: String
    ) throws -> String {
        guard let table = own.newest(indicator) else {
            return wording("page.mun.know.\(key)-missing")
        }
        let mark = try own.mark(indicator, table.period, measure: measure)
        let period = wording.period(table.period.description)
        switch mark {
        case .suppressed: return wording("page.mun.know.\(key)-withheld", ["period": period])
        case .missing: return wording("page.mun.know.\(key)-missing")
        default:
            return wording(
                "page.mun.know.\(key)",
                ["period": period, "number": mark.label(wording)]
            )
        }
    }

    /// The three core sources beside prevalence, none of them alone.
    func core() throws -> HTML {
        try Blocks.band(
            wording("page.mun.know"),
            id: "weten",
            intro: wording("page.mun.core-intro")
        ) {
            if let table = own.newest("BJ-01") { Blocks.cautions(context.cautions(of: table)) }
            try element("div", .class("panels")) {
                try series(
                    "BJ-01",
                    ["referrer": "04"],
                    "trajectories",
                    title: "page.national.panel.gi",
                    unit: "page.mun.core.gi-unit"
                )?.panel(wording) ?? hole("page.national.panel.gi", "page.mun.core.missing")
                try series(
                    "VT-01",
                    [:],
                    "reports",
                    title: "page.national.panel.reports",
                    unit: "page.mun.core.reports-unit"
                )?.panel(wording) ?? hole("page.national.panel.reports", "page.mun.core.reports")
                hole("page.national.panel.csg", "page.mun.core.csg")
                try prevalence()
            }
            element("p") {
                Blocks.link(context.path(.reach(region)), wording("page.mun.to-reach"))
            }
        }
    }

    /// An own series of the municipality; `nil` where the release has none of it.
    private func series(
        _ indicator: String,
        _ codes: [String: String],
        _ measure: String,
        title: String,
        unit: String,
        isWide: Bool = false
    ) throws -> Figure? {
        let own = self.own
        guard let definition = context.definitions.indicators[indicator],
            let table = own.newest(indicator), table.regions.contains(region)
        else { return nil }
        let periods = own.periods(indicator)
        let marks = try periods.map { try own.mark(indicator, $0, codes, measure: measure) }
        let named = zip(periods.map { wording.period($0.description) }, marks)
        let chart = ColumnChart(
            slots: zip(periods, marks).enumerated().map { index, slot in
                ColumnChart.Slot(
                    label: index == 0 || slot.0.halves.first?.half == 1
                        ? String(slot.0.year) : "",
                    mark: slot.1
                )
            },
            summary: Summary.text(wording(title), Array(named), wording)
        )
        return Figure(
            title: wording(title),
            unit: wording(unit, ["region": name]),
            chart: isWide
                ? chart.drawn(wording) : chart.drawing(wording, width: 264, height: 210),
            tones: chart.tones,
            margin: try own.margin(definition, table, periods: periods),
            table: DataTable(
                caption: wording(title),
                columns: [wording("page.column.period"), wording("page.column.number")],
                rows: zip(periods, marks).map {
                    DataTable.Row(
                        heading: wording.period($0.description),
                        cells: [$1.cell(wording)]
                    )
                }
            )
        )
    }

    private func prevalence() throws -> HTML {
        let shown = NationalSeries.prevalence
        guard let series = context.series(shown.id) else { return .empty }
        let (figure, chart) = try SeriesFigures(context: context).columns(
            series,
            item: shown.item,
            title: wording("page.national.panel.prevalence")
        )
        return Figure(
            title: figure.title,
            unit: wording("page.mun.core.prevalence-unit"),
            chart: chart.drawing(wording, width: 264, height: 210),
            tones: figure.tones,
            margin: figure.margin,
            table: figure.table
        ).panel(wording, isEstimate: true)
    }

    private func hole(_ title: String, _ text: String) -> HTML {
        element("div", .class("panel")) {
            element("h3") { wording(title) }
            element("p", .class("hole-note")) { wording(text) }
        }
    }

    /// What is not known, each with its reason.
    func unknown() -> HTML {
        Blocks.band(wording("page.mun.not"), id: "niet-weten") {
            element("ul", .class("plain")) {
                ["need", "outside", "holders", "small"].map { part in
                    element("li") {
                        element("b") { wording("page.mun.not.\(part)") }
                        wording("page.mun.not.\(part)-text")
                    }
                }
            }
        }
    }

    /// Where it differs, beside what may explain it, with a funnel for each measure.
    func differences() throws -> HTML {
        let figures = self.figures
        let compared = figures.compared
        return try Blocks.band(
            wording("page.mun.differ-why"),
            id: "verschillen",
            intro: wording("page.mun.differ-intro")
        ) {
            if compared.isEmpty {
                element("p", .class("hole-note")) { wording("page.mun.differ.none") }
            } else {
                element("h3") { wording("page.mun.beside") }
                try figures.table().drawn(wording)
                element("p", .class("small")) { wording("page.mun.beside.note") }
            }
            element("div", .class("two after")) {
                element("div") {
                    element("h3") { wording("page.mun.why") }
                    element("p") { wording("page.mun.why-intro") }
                    Explanations.list(context)
                }
                element("div") {
                    element("h3") { wording("page.mun.use") }
                    element("ul", .class("plain")) {
                        ["municipality", "institution", "council", "more"].map { part in
                            element("li") {
                                element("b") { wording("page.mun.use.\(part)") }
                                wording("page.mun.use.\(part)-text")
                            }
                        }
                    }
                    peers(figures)
                }
            }
            try compared.map { measure, sheet in
                let funnel = FunnelFigure(figures: figures, measure: measure, sheet: sheet)
                return try parts {
                    try funnel.figure()?.drawn(wording) ?? .empty
                    try PerformanceInputs(figures: figures, measure: measure, sheet: sheet).drawn()
                }
            }
            element("p") {
                Blocks.link(context.path(.change(region)), wording("page.mun.to-change"))
            }
        }
    }

    private func peers(_ figures: ComparedFigures) -> HTML {
        let all = context.contents.comparisons
        guard let children = all.children[region.code], !figures.peers.isEmpty,
            let size = context.definitions.comparison.sizeClass(of: children)
        else { return element("p", .class("hole-note")) { wording("page.mun.peers.none") } }
        let names = figures.peers.map { peer in
            wording(
                "page.mun.peers.one",
                [
                    "name": context.regions.name(
                        of: CellTable.Region(geography: .municipality, code: peer.code)
                    ) ?? peer.code,
                    "distance": wording.number(peer.distance),
                ]
            )
        }
        return parts {
            element("h3") { wording("page.mun.peers") }
            element("p") {
                wording(
                    "page.mun.peers.how",
                    [
                        "by": all.characteristics.map { wording("page.mun.peers.\($0)") }
                            .joined(separator: ", "),
                        "class": wording(size.label),
                        "count": wording.number(
                            Int64(
                                all.children.values.count {
                                    context.definitions.comparison.sizeClass(of: $0) == size
                                }
                            )
                        ),
                    ]
                )
            }
            element("p") { names.joined(separator: "; ") }
        }
    }

    /// Sexual violence on its own, a row to every set; in a file that stands by itself indicators do
    /// not lead to their page.
    func sexualViolence(isLinked: Bool = true) throws -> HTML {
        let reports = try series(
            "VT-01",
            ["scope": "sexual-abuse"],
            "reports",
            title: "page.mun.sexual.reports",
            unit: "page.mun.core.reports-unit",
            isWide: true
        )
        return Blocks.band(
            wording("page.mun.sexual"),
            id: "seksueel-geweld",
            intro: wording("page.mun.sexual-intro")
        ) {
            if let reports { reports.drawn(wording) }
            context.definitions.indicatorSets.map { set in
                element("div", .class("apart")) {
                    element("h3") { wording(set.title) }
                    switch set.sexualViolence {
                    case .notObservable(let reason):
                        element("p", .class("hole-note")) { wording(reason) }
                    case .indicator(let id):
                        element("p") {
                            isLinked ? Blocks.link(context.path(.indicator(id)), id) : .text(id)
                        }
                    }
                }
            }
            element("div", .class("apart")) {
                element("h3") { wording("page.mun.sexual.elsewhere") }
                element("p") { wording("page.mun.sexual.elsewhere-text") }
            }
        }
    }

    /// How sure all of this is.
    func certainty() -> HTML {
        Blocks.band(wording("page.mun.sure"), id: "zekerheid") {
            Blocks.terms(
                ["rounding", "withheld", "provisional", "limits", "standardised", "completeness"]
                    .map { part in
                        (wording("page.mun.sure.\(part)"), wording("page.mun.sure.\(part)-text"))
                    }
            )
            element("ul", .class("pages")) {
                [
                    ("page.mun.to-figures", PageAddress.regionFigures(region)),
                    ("page.mun.to-change", .change(region)), ("page.mun.to-reach", .reach(region)),
                ].map { key, address in
                    element("li") { Blocks.link(context.path(address), wording(key)) }
                }
            }
        }
    }
}
