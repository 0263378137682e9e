public import Definitions
public import Domain

/// *Rapport*: a page that stands by itself, with its style in it, to be read, printed or sent on.
///
/// It asks for nothing from outside, runs no script, and has the look of the pages.
public struct Report: Sendable {
    /// A cell of a table.
    public enum Cell: Sendable, Equatable {
        /// A text.
        case text(String)
        /// A whole number.
        case number(Int)
        /// A number with one decimal, kept times ten.
        case tenths(Int)
        /// Withheld: hatched, with a point.
        case suppressed
        /// Not observed: never a zero.
        case missing
    }

    /// A table.
    public struct Table: Sendable {
        /// What it holds.
        public var caption: String
        /// The headings of the columns, that of the row headings first.
        public var columns: [String]
        /// The rows: their heading and their cells.
        public var rows: [(heading: String, cells: [Cell])]

        /// Creates a table.
        public init(
            caption: String,
            columns: [String],
            rows: [(heading: String, cells: [Cell])] = []
        ) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
        }
    }

    /// A part of a section.
    public enum Block: Sendable {
        /// A heading within the section.
        case heading(String)
        /// A paragraph.
        case paragraph(String)
        /// A caution, as that figures are fictive or provisional.
        case caution(String)
        /// Terms with their meaning.
        case terms([(String, String)])
        /// A list.
        case list([String])
        /// A table.
        case table(Table)
    }

    /// A band of the page.
    public struct Section: Sendable {
        /// Its heading.
        public var title: String
        /// What is in it.
        public var blocks: [Block]

        /// Creates a section.
        public init(title: String, blocks: [Block] = []) {
            self.title = title
            self.blocks = blocks
        }
    }

    /// What kind of report it is, in a few words.
    public var kicker: String
    /// The title.
    public var title: String
    /// The first thing to know.
    public var lead: String
    /// The bands.
    public var sections: [Section]

    /// Creates a report.
    public init(kicker: String, title: String, lead: String, sections: [Section] = []) {
        self.kicker = kicker
        self.title = title
        self.lead = lead
        self.sections = sections
    }
}

extension Report {
    /// The report as one HTML file.
    public func html(_ texts: TextCatalogue, _ language: Language) -> String {
        let wording = Wording(catalogue: texts, language: language)
        let page = parts {
            HTML.doctype
            element("html", HTMLAttribute("lang", language.rawValue)) {
                head(wording)
                element("body") {
                    element("header", .class("top")) {
                        element("div", .class("wrap")) {
                            element("span", .class("mark")) {
                                Emblem.drawn
                                element("span") { "ijkpunt" }
                            }
                        }
                    }
                    element("main", .id("inhoud")) {
                        Blocks.opening(kicker: kicker, title: title, lead: lead)
                        sections.map { section in
                            Blocks.band(section.title) { section.blocks.map { draw($0, wording) } }
                        }
                    }
                }
            }
        }
        return page.markup + "\n"
    }

    private func head(_ wording: Wording) -> HTML {
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

    private func draw(_ block: Block, _ wording: Wording) -> HTML {
        switch block {
        case .heading(let text): element("h3") { text }
        case .paragraph(let text): element("p") { text }
        case .caution(let text): Blocks.cautions([text])
        case .terms(let terms): Blocks.terms(terms)
        case .list(let items):
            element("ul", .class("plain")) { items.map { item in element("li") { item } } }
        case .table(let table): table.drawn(wording)
        }
    }
}

extension Report.Table {
    fileprivate func drawn(_ wording: Wording) -> HTML {
        DataTable(
            caption: caption,
            columns: columns,
            rows: rows.map { row in
                DataTable.Row(heading: row.heading, cells: row.cells.map { $0.drawn(wording) })
            }
        ).drawn(wording)
    }
}

extension Report.Cell {
    fileprivate func drawn(_ wording: Wording) -> DataTable.Cell {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(wording.number(Int64(number)))
        case .tenths(let tenths): .number(wording.number(Int64(tenths), decimals: 1))
        case .suppressed: .suppressed
        case .missing: .missing
        }
    }
}
