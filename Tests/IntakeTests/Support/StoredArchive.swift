/// A ZIP archive made by hand, with its entries stored as they are.
struct StoredArchive {
    var entries: [(name: String, bytes: [UInt8])] = []
    /// Changes the fields of the directory: entry, offset in its record, new bytes.
    var changes: [(entry: Int, offset: Int, bytes: [UInt8])] = []
    var method: UInt16 = 0

    mutating func add(_ name: String, _ text: String) { entries.append((name, Array(text.utf8))) }

    var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            let offset = out.count
            let sum = StoredArchive.checksum(entry.bytes)
            let sizes =
                four(sum) + four(UInt32(entry.bytes.count)) + four(UInt32(entry.bytes.count))
            let name = Array(entry.name.utf8)
            let common = two(20) + two(0) + two(method) + two(0) + two(33) + sizes
            out += four(0x0403_4B50) + common + two(UInt16(name.count)) + two(0) + name
            out += entry.bytes
            var record = four(0x0201_4B50) + two(20) + common + two(UInt16(name.count))
            record += two(0) + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset)) + name
            for change in changes where change.entry == index {
                record.replaceSubrange(
                    change.offset..<change.offset + change.bytes.count,
                    with: change.bytes
                )
            }
            directory += record
        }
        let count = two(UInt16(entries.count))
        let start = UInt32(out.count)
        out += directory + four(0x0605_4B50) + two(0) + two(0) + count + count
        out += four(UInt32(directory.count)) + four(start) + two(0)
        return out
    }

    private func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

    private func four(_ value: UInt32) -> [UInt8] {
        two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
    }

    /// CRC-32 (ISO 3309), bit by bit.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

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
