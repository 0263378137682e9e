/// A document of headings, paragraphs, lists and tables, written as Markdown or HTML.
public struct Document: Sendable, Equatable {
    /// A part of it.
    public enum Block: Sendable, Equatable {
        /// A heading: 1 for the title.
        case heading(level: Int, String)
        /// A paragraph.
        case paragraph(String)
        /// A list.
        case list([String])
        /// A table with a header row.
        case table(header: [String], rows: [[String]])
    }

    /// The language, as `nl`.
    public let language: String
    /// The parts, in their order.
    public var blocks: [Block]

    /// Creates a document.
    public init(language: String, blocks: [Block] = []) {
        self.language = language
        self.blocks = blocks
    }

    /// The document as Markdown; what people wrote cannot become a heading, a link or a table.
    public var markdown: String {
        blocks.map { block in
            switch block {
            case .heading(let level, let text):
                String(repeating: "#", count: level) + " " + Document.plain(text)
            case .paragraph(let text): Document.plain(text)
            case .list(let items):
                items.map { "- " + Document.plain($0) }.joined(separator: "\n")
            case .table(let header, let rows):
                ([header, header.map { _ in "---" }] + rows).map { row in
                    "| " + row.map(Document.plain).joined(separator: " | ") + " |"
                }.joined(separator: "\n")
            }
        }.joined(separator: "\n\n") + "\n"
    }

    /// The document as one HTML page that needs nothing from elsewhere.
    public var html: String {
        let title = blocks.compactMap { block -> String? in
            if case .heading(1, let text) = block { Document.escaped(text) } else { nil }
        }.first
        let body = blocks.map { block in
            switch block {
            case .heading(let level, let text):
                "<h\(level)>\(Document.escaped(text))</h\(level)>"
            case .paragraph(let text): "<p>\(Document.escaped(text))</p>"
            case .list(let items):
                "<ul>\n"
                    + items.map { "<li>\(Document.escaped($0))</li>" }
                    .joined(separator: "\n") + "\n</ul>"
            case .table(let header, let rows):
                "<table>\n<thead><tr>"
                    + header.map { "<th scope=\"col\">\(Document.escaped($0))</th>" }.joined()
                    + "</tr></thead>\n<tbody>\n"
                    + rows.map { row in
                        "<tr>" + row.map { "<td>\(Document.escaped($0))</td>" }.joined() + "</tr>"
                    }.joined(separator: "\n") + "\n</tbody>\n</table>"
            }
        }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head><meta charset="utf-8"><title>\(title ?? "")</title></head>
            <body>
            \(body)
            </body>
            </html>

            """
    }

    private static func plain(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        var plain = ""
        for character in line {
            if "\\`*_[]<>|#".contains(character) { plain.append("\\") }
            plain.append(character)
        }
        return plain
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
