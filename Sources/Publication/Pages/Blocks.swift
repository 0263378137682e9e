/// The parts of which every page is put together.
package enum Blocks {
    /// The opening: where one is, what kind of figures, the title and the lead.
    package static func opening(
        crumb: HTML = .empty,
        kicker: String,
        title: String,
        lead: String,
        @HTMLBuilder more: () -> HTML = { HTML.empty }
    ) -> HTML {
        element("div", .class("wrap open")) {
            crumb
            element("p", .class("kicker")) { kicker }
            element("h1") { title }
            element("p", .class("lead")) { lead }
            more()
        }
    }

    /// A band of the page under its own heading.
    package static func band(
        _ title: String,
        id: String? = nil,
        intro: String? = nil,
        @HTMLBuilder content: () throws -> HTML
    ) rethrows -> HTML {
        try element("section", .class("band"), id.map { .id($0) }) {
            try element("div", .class("wrap")) {
                element("h2") { title }
                if let intro { element("p") { intro } }
                try content()
            }
        }
    }

    /// A list of terms with their explanation.
    package static func terms(_ terms: [(String, String)]) -> HTML {
        element("dl", .class("dl2")) {
            terms.map { term, text in
                HTML.joined([element("dt") { term }, element("dd") { text }])
            }
        }
    }

    /// A link to another page of the site.
    package static func link(_ path: String, _ text: String) -> HTML {
        element("a", .href(path)) { text }
    }

    /// The way back: a link to the page above and the name of this one.
    package static func crumb(_ path: String, _ above: String, _ here: String) -> HTML {
        element("p", .class("crumb")) {
            link(path, above)
            " / "
            here
        }
    }

    /// What figures are, as fictive, said before any of them.
    package static func cautions(_ texts: [String]) -> HTML {
        element("div", .class("cautions")) {
            texts.map { text in element("p") { caution(text) } }
        }
    }

    /// A caution: a few words as a tag, a sentence as it is.
    package static func caution(_ text: String) -> HTML {
        text.count <= 56 ? element("span", .class("tag")) { text } : .text(text)
    }
}
