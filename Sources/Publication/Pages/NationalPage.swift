import Domain

/// *Landelijk beeld*: the sources side by side, each with its own unit, never added up.
enum NationalPage {
    /// The page.
    static func build(_ context: PageContext) throws -> HTML {
        let wording = context.wording
        let bands = NationalBands(context: context)
        return try PageFrame.page(
            context,
            title: wording("page.national.short"),
            description: wording("page.national.lead")
        ) {
            Blocks.opening(
                kicker: wording(
                    "page.national.kicker",
                    ["day": wording.period(context.contents.release.day.description)]
                ),
                title: wording("page.national.title"),
                lead: wording("page.national.lead")
            ) {
                Tone.scale(wording)
            }
            try bands.core()
            try bands.ladder()
            try bands.veiligThuis()
            try bands.sexualViolence()
            try bands.protection()
            try bands.youthCare()
            try bands.prevalence()
            element("section", .class("band")) {
                element("div", .class("wrap")) {
                    element("blockquote", .class("quote")) {
                        element("p") { wording("page.national.quote") }
                        element("footer") { wording("page.national.quote-by") }
                    }
                    element("ul", .class("pages")) {
                        [
                            ("page.nav.gi", PageAddress.certifiedInstitutions),
                            ("page.nav.region", .region(nil)), ("page.nav.sources", .sources),
                        ].map { key, address in
                            element("li") {
                                Blocks.link(context.path(address), wording(key))
                            }
                        }
                    }
                }
            }
        }
    }
}
