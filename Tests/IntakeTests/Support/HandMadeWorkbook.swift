import TestSupport

/// A workbook made by hand: rows of cells, each already an element `c` or a plain text.
struct HandMadeWorkbook {
    /// The rows by their number in the sheet.
    var rows: [(number: Int, cells: [String])] = []
    var shared: [String] = []
    /// Number formats of the cells' formats, by their number.
    var formats = [0, 14]
    var properties = ""
    var sheets = "<sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/>"
    var prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// A delivery as texts in cells.
    init(_ text: DeliveryText, inline: Bool = true) {
        let lines = [text.header] + text.lines
        for (index, line) in lines.enumerated() {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            rows.append((index + 1, fields.map { inlineCell(String($0)) }))
            if !inline { share(index, fields.map(String.init)) }
        }
    }

    private mutating func share(_ row: Int, _ fields: [String]) {
        rows[row].cells = fields.map { field in
            guard !field.isEmpty else { return "" }
            shared.append(field)
            return "<c t=\"s\"><v>\(shared.count - 1)</v></c>"
        }
    }

    var sheet: String {
        var text = prologue + "<worksheet><sheetData>"
        for row in rows {
            text += "<row r=\"\(row.number)\">"
            for (place, cell) in row.cells.enumerated() where !cell.isEmpty {
                let reference = " r=\"\(HandMadeWorkbook.letters(place))\(row.number)\""
                text += cell.hasPrefix("<c ") ? "<c" + reference + cell.dropFirst(2) : cell
            }
            text += "</row>"
        }
        return text + "</sheetData></worksheet>"
    }

    var archive: StoredArchive {
        var archive = StoredArchive()
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        archive.add("[Content_Types].xml", "<Types/>")
        archive.add(
            "xl/workbook.xml",
            "<workbook><workbookPr \(properties)/><sheets>\(sheets)</sheets></workbook>"
        )
        archive.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
                + "<Relationship Id=\"r1\" Type=\"\(type)worksheet\" Target=\"worksheets/s1.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"\(type)worksheet\" Target=\"worksheets/s2.xml\"/>"
                + "<Relationship Id=\"r3\" Type=\"\(type)sharedStrings\" Target=\"shared.xml\"/>"
                + "<Relationship Id=\"r4\" Type=\"\(type)styles\" Target=\"styles.xml\"/>"
                + "</Relationships>"
        )
        archive.add(
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\-mm\\-yyyy\"/>"
                + "</numFmts><cellXfs>"
                + formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
        )
        archive.add("xl/worksheets/s1.xml", sheet)
        archive.add("xl/worksheets/s2.xml", "<worksheet><sheetData/></worksheet>")
        archive.add(
            "xl/shared.xml",
            "<sst>" + shared.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>"
        )
        return archive
    }

    private func inlineCell(_ text: String) -> String {
        text.isEmpty ? "" : "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    static func letters(_ place: Int) -> String {
        var rest = place + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
