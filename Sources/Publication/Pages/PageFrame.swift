import Domain

/// *Bladspiegel*: everything around the content of a page, the same everywhere.
enum PageFrame {
    /// The weather, where somebody who must leave at once is not noticed.
    private static let exit = "https://www.knmi.nl/"

    /// A whole page.
    static func page(
        _ context: PageContext,
        title: String,
        description: String,
        @HTMLBuilder main: () throws -> HTML
    ) rethrows -> HTML {
        let wording = context.wording
        return try parts {
            HTML.doctype
            try element("html", HTMLAttribute("lang", wording.language.rawValue)) {
                head(wording, title: title, description: description)
                try element("body") {
                    element("a", .class("skip"), .href("#inhoud")) { wording("page.skip") }
                    Patterns.drawn
                    header(context)
                    navigation(context)
                    notice(wording)
                    try element("main", .id("inhoud")) { try main() }
                    footer(context)
                }
            }
        }
    }

    private static func head(_ wording: Wording, title: String, description: String) -> HTML {
        element("head") {
            HTML.void("meta", [HTMLAttribute("charset", "utf-8")])
            HTML.void(
                "meta",
                [
                    HTMLAttribute("name", "viewport"),
                    HTMLAttribute("content", "width=device-width, initial-scale=1"),
                ]
            )
            element("title") { wording("page.title", ["title": title]) }
            HTML.void(
                "meta",
                [HTMLAttribute("name", "description"), HTMLAttribute("content", description)]
            )
            HTML.void(
                "meta",
                [HTMLAttribute("name", "referrer"), HTMLAttribute("content", "no-referrer")]
            )
            HTML.void("link", [HTMLAttribute("rel", "icon"), .href("/favicon.svg")])
            HTML.void("link", [HTMLAttribute("rel", "stylesheet"), .href("/stijl.css")])
        }
    }

    private static func header(_ context: PageContext) -> HTML {
        element("header", .class("top")) {
            element("div", .class("wrap")) {
                element("a", .class("mark"), .href(context.path(.national))) {
                    Emblem.drawn
                    element("span") { "ijkpunt" }
                }
                element("a", .class("exit"), .href(exit), HTMLAttribute("rel", "noreferrer")) {
                    context.wording("page.exit")
                }
            }
        }
    }

    private static func navigation(_ context: PageContext) -> HTML {
        let wording = context.wording
        let other: Language = wording.language == .nl ? .en : .nl
        let items: [(String, PageAddress)] = [
            ("page.nav.national", .national), ("page.nav.gi", .certifiedInstitutions),
            ("page.nav.region", .region(nil)), ("page.nav.reach", .reach(nil)),
            ("page.nav.indicators", .indicators), ("page.nav.availability", .availability),
            ("page.nav.sources", .sources), ("page.nav.open-data", .openData),
            ("page.nav.weighing", .weighing),
        ]
        return element("nav", .class("nav"), HTMLAttribute("aria-label", wording("page.nav"))) {
            element("div", .class("wrap")) {
                element("ul") {
                    items.map { key, address in
                        element("li") {
                            element(
                                "a",
                                .href(context.path(address)),
                                isCurrent(context.address, address)
                                    ? HTMLAttribute("aria-current", "page") : nil
                            ) { wording(key) }
                        }
                    }
                    element("li") {
                        element(
                            "a",
                            .href(context.address.path(other)),
                            HTMLAttribute("lang", other.rawValue),
                            HTMLAttribute("hreflang", other.rawValue)
                        ) { wording("page.nav.other-language") }
                    }
                }
            }
        }
    }

    private static func isCurrent(_ address: PageAddress, _ item: PageAddress) -> Bool {
        switch (address, item) {
        case (.region, .region), (.regionFigures, .region), (.change, .region): true
        case (.reach, .reach), (.indicator, .indicators): true
        case (.candidate, .weighing), (.concepts, .weighing), (.taxonomy, .weighing),
            (.scoring, .weighing), (.visibility, .weighing):
            true
        default: address == item
        }
    }

    private static func notice(_ wording: Wording) -> HTML {
        element(
            "aside",
            .class("notice"),
            HTMLAttribute("aria-label", wording("page.notice.label"))
        ) {
            element("div", .class("wrap")) {
                element("p") {
                    wording("page.notice.content")
                    " "
                    element("a", .href("#hulp")) { wording("page.notice.link") }
                }
                element("p", .class("lines")) {
                    HelpLine.allCases.map { line in
                        element("span") {
                            wording("page.help.\(line.rawValue)")
                            " "
                            line.link
                        }
                    }
                }
            }
        }
    }

    private static func footer(_ context: PageContext) -> HTML {
        let wording = context.wording
        return element("footer", .class("foot"), .id("hulp")) {
            element("div", .class("wrap")) {
                element("h2") { wording("page.help.title") }
                element("div", .class("cols")) {
                    HelpLine.allCases.map { line in
                        element("dl") {
                            element("dt") { wording("page.help.\(line.rawValue)") }
                            element("dd") {
                                line.link
                                element("span", .class("block")) {
                                    wording("page.help.\(line.rawValue)-text")
                                }
                            }
                        }
                    }
                    element("dl") {
                        element("dt") { wording("page.safe.title") }
                        element("dd") { wording("page.safe.text") }
                    }
                    element("dl") {
                        element("dt") { wording("page.about.title") }
                        element("dd") {
                            wording("page.about.text", ["day": wording.period(release(context))])
                        }
                        if context.contents.release.origin == .fictive {
                            element("dd") {
                                element("span", .class("tag")) { wording("page.fictive") }
                                " "
                                wording("page.about.fictive")
                            }
                        }
                    }
                }
            }
        }
    }

    private static func release(_ context: PageContext) -> String {
        context.contents.release.day.description
    }
}

/// The lines for people who need help now.
enum HelpLine: String, CaseIterable {
    case danger, home, sexual, child

    private var number: String {
        switch self {
        case .danger: "112"
        case .home: "0800-2000"
        case .sexual: "0800-0188"
        case .child: "0800-0432"
        }
    }

    var link: HTML {
        element("a", .href("tel:" + number.filter { $0 != "-" })) { number }
    }
}
