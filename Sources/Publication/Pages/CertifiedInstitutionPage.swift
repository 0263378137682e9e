import Domain

/// *GI-tabellen*: the published tables of certified institutions, worked out again.
enum CertifiedInstitutionPage {
    /// The page.
    static func build(_ context: PageContext) throws -> HTML {
        let wording = context.wording
        let country = CellTable.Region(geography: .country, code: "NL01")
        let own = OwnFigures(
            context: context,
            region: country,
            regionName: context.regions.name(of: country) ?? country.code
        )
        let comparison = CertifiedInstitutionComparison(context: context, own: own)
        let halfYears = try comparison.halfYears()
        let forms = try comparison.forms()
        return try PageFrame.page(
            context,
            title: wording("page.gi.title"),
            description: wording("page.gi.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.national),
                    wording("page.nav.national"),
                    wording("page.nav.gi")
                ),
                kicker: wording("page.gi.kicker"),
                title: wording("page.gi.title"),
                lead: wording("page.gi.lead")
            ) {
                Blocks.cautions(notice(context))
                element("p") { Comparison.summary(halfYears + forms, wording) }
            }
            if let series = context.series("gi-halfyears") {
                try Blocks.band(wording("page.gi.half-years"), intro: wording(series.doesNotSay)) {
                    try comparison.figure(series, halfYears, key: "half-years").drawn(
                        wording,
                        open: true
                    )
                }
            }
            if let series = context.series("referrer-form-2019h1") {
                try Blocks.band(wording("page.gi.forms"), intro: wording("page.gi.forms-intro")) {
                    try comparison.figure(series, forms, key: "forms").drawn(wording, open: true)
                }
            }
            Blocks.band(wording("page.gi.reading")) {
                element("ul", .class("plain")) {
                    ["rounding", "calibrated", "difference"].map { part in
                        element("li") {
                            element("b") { wording("page.gi.\(part)") }
                            wording("page.gi.\(part)-text")
                        }
                    }
                }
            }
        }
    }

    private static func notice(_ context: PageContext) -> [String] {
        let tables = context.contents.tables["BJ-01"]?.first.map { context.cautions(of: $0) }
        let calibrated =
            context.contents.release.origin == .fictive ? [context.wording("page.gi.notice")] : []
        return calibrated + (tables ?? []).filter { $0 != context.wording("page.fictive") }
    }
}
