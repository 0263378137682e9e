import Domain
import Publication
import Store

/// *Bladspiegel*: everything around the content of a page behind login.
struct SecureFrame {
    let wording: Wording
    /// The path of the page, without the language.
    let path: String
    /// Who logged in; `nil` before.
    var visit: Visit?

    /// A whole page.
    func page(title: String, main: HTML) -> HTML {
        parts {
            HTML.doctype
            element("html", HTMLAttribute("lang", wording.language.rawValue)) {
                element("head") {
                    HTML.void("meta", [HTMLAttribute("charset", "utf-8")])
                    HTML.void(
                        "meta",
                        [
                            HTMLAttribute("name", "viewport"),
                            HTMLAttribute("content", "width=device-width, initial-scale=1"),
                        ]
                    )
                    element("title") { wording("secure.title", ["title": title]) }
                    HTML.void("link", [HTMLAttribute("rel", "icon"), .href("/favicon.svg")])
                    HTML.void("link", [HTMLAttribute("rel", "stylesheet"), .href("/stijl.css")])
                }
                element("body") {
                    element("a", .class("skip"), .href("#inhoud")) { wording("page.skip") }
                    header
                    navigation
                    element("main", .id("inhoud")) { main }
                }
            }
        }
    }

    /// A page that says one thing.
    func message(_ key: String, _ values: [String: String] = [:]) -> HTML {
        let title = wording("secure.message.\(key)")
        return page(
            title: title,
            main: Blocks.opening(
                kicker: wording("secure.kicker"),
                title: title,
                lead: wording("secure.message.\(key)-text", values)
            ) {
                element("p") { Blocks.link(link("/"), wording("secure.nav.start")) }
            }
        )
    }

    private func link(_ path: String) -> String { wording.language == .nl ? path : "/en" + path }

    private var header: HTML {
        element("header", .class("top")) {
            element("div", .class("wrap")) {
                element("a", .class("mark"), .href(link("/"))) {
                    Emblem.drawn
                    element("span") { "ijkpunt" }
                }
                element("span", .class("tag")) { wording("secure.tag") }
            }
        }
    }

    private var navigation: HTML {
        element("nav", .class("nav"), HTMLAttribute("aria-label", wording("page.nav"))) {
            element("div", .class("wrap")) {
                element("ul") {
                    if let visit {
                        AccessTable.menu(of: visit.account.role).map { route in
                            element("li") {
                                element(
                                    "a",
                                    .href(link(route.path)),
                                    route.path == path ? HTMLAttribute("aria-current", "page") : nil
                                ) { wording("secure.nav.\(route.id)") }
                            }
                        }
                    }
                    element("li") {
                        element(
                            "a",
                            .href(wording.language == .nl ? "/en" + path : path),
                            HTMLAttribute("lang", wording.language == .nl ? "en" : "nl")
                        ) { wording("page.nav.other-language") }
                    }
                }
            }
        }
    }
}
