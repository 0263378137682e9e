import Publication

/// *Velden*: the parts of which forms are put together.
enum Fields {
    /// A line to type in.
    static func line(
        _ name: String,
        _ label: String,
        type: String = "text",
        complete: String = "off"
    ) -> HTML {
        element("label") {
            label
            HTML.void(
                "input",
                [
                    HTMLAttribute("type", type), HTMLAttribute("name", name),
                    HTMLAttribute("autocomplete", complete), HTMLAttribute("required", ""),
                ]
            )
        }
    }

    /// Room for more lines.
    static func text(_ name: String, _ label: String, rows: Int, value: String = "") -> HTML {
        element("label", .class("block")) {
            label
            element(
                "textarea",
                HTMLAttribute("name", name),
                HTMLAttribute("rows", "\(rows)"),
                HTMLAttribute("cols", "80"),
                HTMLAttribute("autocomplete", "off"),
                HTMLAttribute("required", "")
            ) { "\n" + value }
        }
    }

    /// What sends the form.
    static func button(_ text: String) -> HTML {
        element("button", .class("btn primary"), HTMLAttribute("type", "submit")) { text }
    }

    /// A table with a heading for each column.
    static func table(_ caption: String, _ heads: [String], _ rows: [[HTML]]) -> HTML {
        element("div", .class("scroll"), HTMLAttribute("tabindex", "0")) {
            element("table") {
                element("caption") { caption }
                element("thead") {
                    element("tr") {
                        heads.map { head in
                            element("th", HTMLAttribute("scope", "col")) { head }
                        }
                    }
                }
                element("tbody") {
                    rows.map { row in
                        element("tr") { row.map { cell in element("td") { cell } } }
                    }
                }
            }
        }
    }
}
