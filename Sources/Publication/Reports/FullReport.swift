import Domain

/// The whole report: in short, what changed, what may lie behind it, own goals, differences, sexual
/// violence apart, and the annex.
struct FullReport {
    let report: RegionReport

    private var context: PageContext { report.context }
    private var wording: Wording { context.wording }
    private var bands: MunicipalityBands {
        MunicipalityBands(context: context, region: report.region, name: report.name)
    }
    private var isMunicipality: Bool { report.region.geography == .municipality }

    /// The report as a page.
    func page() throws -> HTML {
        let frame = ReportFrame(report: report, style: "rapport")
        let title = wording("report.full.title", ["region": report.name])
        let change = ReportedChange(report: report)
        let annex = ReportAnnex(report: report)
        return try frame.page(title: title) {
            frame.opening(
                title: title,
                lead: wording("report.full.lead"),
                kicker: "report.full.kicker"
            )
            try short()
            try changed(change)
            Blocks.band(wording("report.why"), intro: wording("page.mun.why-intro")) {
                Explanations.list(context)
            }
            try Blocks.band(wording("report.goals")) {
                try ReportedGoals(report: report).drawn()
            }
            try differences()
            try bands.sexualViolence(isLinked: false)
            try NationalBands(context: context).core()
            element("div", .class("annex")) {
                element("div", .class("wrap")) {
                    element("h2") { wording("report.annex") }
                    element("p") { wording("report.annex.intro") }
                }
            }
            try annex.figures()
            annex.definitions()
            try annex.protection()
        }
    }

    private func short() throws -> HTML {
        let known = try bands.known()
        return try Blocks.band(wording("report.short")) {
            if isMunicipality {
                try bands.answers()
            } else {
                known.map { text in element("p") { text } }
                element("p") { wording("page.mun.not.children") }
                element("p") { wording("page.mun.not.sexual") }
                element("p") { wording("report.short.not-compared") }
            }
        }
    }

    private func changed(_ change: ReportedChange) throws -> HTML {
        let findings = try change.findings()
        return try Blocks.band(wording("report.changed"), intro: wording("report.changed.intro")) {
            if findings.isEmpty {
                element("p", .class("hole-note")) { wording("page.change.none") }
            }
            element("ul", .class("plain")) {
                findings.map { one in
                    element("li") {
                        element("b") { one.sentence }
                        one.found.map { text in element("span", .class("block")) { text } }
                    }
                }
            }
            try change.figures.map { figure in
                try figure.drawn().map { drawn in element("div", .class("change")) { drawn } }
                    ?? .empty
            }
        }
    }

    /// Beside others, which only municipalities stand.
    private func differences() throws -> HTML {
        guard isMunicipality else { return .empty }
        let figures = ComparedFigures(
            context: context,
            region: report.region,
            name: report.name
        )
        return try Blocks.band(
            wording("page.mun.differ"),
            intro: wording("page.mun.differ-intro")
        ) {
            if figures.compared.isEmpty {
                element("p", .class("hole-note")) { wording("page.mun.differ.none") }
            } else {
                try figures.table().drawn(wording)
                element("p", .class("small")) { wording("page.mun.beside.note") }
            }
            try figures.compared.map { measure, sheet in
                try FunnelFigure(figures: figures, measure: measure, sheet: sheet).figure()?
                    .drawn(wording, open: true) ?? .empty
            }
        }
    }
}
