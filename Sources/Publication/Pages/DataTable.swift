/// The numbers of a figure as a table, the same as in its chart.
struct DataTable: Sendable {
    /// A cell of the table.
    enum Cell: Sendable, Equatable {
        /// A text.
        case text(String)
        /// A number, ready to read.
        case number(String)
        /// Withheld: hatched, with a point.
        case suppressed
        /// Not observed: never a zero.
        case missing
    }

    /// A row under its heading.
    struct Row: Sendable {
        let heading: String
        let cells: [Cell]
    }

    /// What the table holds, for the caption.
    let caption: String
    /// The headings of the columns, that of the row headings first.
    let columns: [String]
    /// The rows.
    let rows: [Row]

    /// The table in a region that scrolls by itself on a narrow screen.
    func drawn(_ wording: Wording) -> HTML {
        element(
            "div",
            .class("scroll"),
            HTMLAttribute("tabindex", "0"),
            HTMLAttribute("role", "region"),
            HTMLAttribute("aria-label", caption)
        ) {
            element("table") {
                element("caption") { element("span", .class("cap")) { caption } }
                element("thead") {
                    element("tr") {
                        columns.enumerated().map { index, title in
                            element(
                                "th",
                                HTMLAttribute("scope", "col"),
                                isNumeric(index) ? .class("n") : nil
                            ) { title }
                        }
                    }
                }
                element("tbody") { rows.map { draw($0, wording) } }
            }
        }
    }

    private func draw(_ row: Row, _ wording: Wording) -> HTML {
        element("tr") {
            element("th", HTMLAttribute("scope", "row")) { row.heading }
            row.cells.map { cell in
                switch cell {
                case .text(let text): element("td") { text }
                case .number(let text): element("td", .class("n")) { text }
                case .suppressed:
                    element("td", .class("n afg")) {
                        element("span", HTMLAttribute("aria-hidden", "true")) { "." }
                        element("span", .class("vh")) { wording("page.tone.suppressed") }
                    }
                case .missing:
                    element("td", .class("n niet")) {
                        element("span", HTMLAttribute("aria-hidden", "true")) { "–" }
                        element("span", .class("vh")) { wording("page.tone.missing") }
                    }
                }
            }
        }
    }

    private func isNumeric(_ column: Int) -> Bool {
        guard column > 0 else { return false }
        return rows.contains { row in
            guard column - 1 < row.cells.count else { return false }
            if case .text = row.cells[column - 1] { return false }
            return true
        }
    }
}
