import Domain

/// The frame of a report: it stands by itself, asks for nothing from outside and has no script.
struct ReportFrame {
    let report: RegionReport
    /// The class of the page, for its own print.
    let style: String

    private var wording: Wording { report.context.wording }

    /// A whole report.
    func page(title: String, @HTMLBuilder main: () throws -> HTML) rethrows -> HTML {
        try parts {
            HTML.doctype
            try element("html", HTMLAttribute("lang", wording.language.rawValue)) {
                head(title)
                try element("body", .class(style)) {
                    Patterns.drawn
                    element("header", .class("top")) {
                        element("div", .class("wrap")) {
                            element("span", .class("mark")) {
                                Emblem.drawn
                                element("span") { "ijkpunt" }
                            }
                        }
                    }
                    try element("main", .id("inhoud")) { try main() }
                    footer()
                }
            }
        }
    }

    /// What stands above every report: of which region and release, and what its figures are.
    func opening(title: String, lead: String, kicker: String) -> HTML {
        let context = report.context
        return Blocks.opening(
            kicker: wording(
                kicker,
                ["day": wording.period(context.contents.release.day.description)]
            ),
            title: title,
            lead: lead
        ) {
            if context.contents.release.origin == .fictive {
                Blocks.cautions([wording("page.fictive"), wording("page.about.fictive")])
            }
        }
    }

    private func head(_ title: String) -> HTML {
        element("head") {
            HTML.void("meta", [HTMLAttribute("charset", "utf-8")])
            HTML.void(
                "meta",
                [
                    HTMLAttribute("name", "viewport"),
                    HTMLAttribute("content", "width=device-width, initial-scale=1"),
                ]
            )
            HTML.void(
                "meta",
                [
                    HTMLAttribute("http-equiv", "Content-Security-Policy"),
                    HTMLAttribute("content", "default-src 'none'; style-src 'unsafe-inline'"),
                ]
            )
            element("title") { wording("page.title", ["title": title]) }
            HTML.style
        }
    }

    /// The lines for people who need help, on paper too.
    private func footer() -> HTML {
        element("footer", .class("foot")) {
            element("div", .class("wrap")) {
                element("p", .class("lines")) {
                    HelpLine.allCases.map { line in
                        element("span") {
                            wording("page.help.\(line.rawValue)")
                            " "
                            line.link
                        }
                    }
                }
                element("p", .class("small")) { wording("report.foot") }
            }
        }
    }
}
