import Columns
import Definitions

/// *Rekenblad*: the parts of an Office Open XML workbook (ECMA-376, part 1, 18) that hold rows.
struct Workbook {
    /// A sheet.
    struct Sheet {
        let name: String
        let isVisible: Bool
        let part: String
    }

    let archive: ZipArchive
    let sheets: [Sheet]
    /// Whether days are counted from 1904.
    let countsFrom1904: Bool
    /// For each format of a cell whether it shows a date.
    let isDate: [Bool]

    private let sharedTextsPart: String?

    /// Whether an archive is a workbook.
    static func isWorkbook(_ archive: ZipArchive) -> Bool {
        archive.entry("[Content_Types].xml") != nil && archive.entry("xl/workbook.xml") != nil
    }

    /// Reads which sheets there are and how cells show dates.
    init(_ archive: ZipArchive) throws(PieceError) {
        self.archive = archive
        let parts = try Workbook.relations(archive)
        let tokens = try Workbook.tokens("xl/workbook.xml", of: archive)
        var sheets: [Sheet] = []
        var countsFrom1904 = false
        while let token = try tokens.next() {
            guard token == .start else { continue }
            if tokens.name == "workbookPr" {
                countsFrom1904 = ["1", "true"].contains(tokens.attribute("date1904"))
            } else if tokens.name == "sheet", let id = tokens.attribute("id"),
                let part = parts.byID[id]
            {
                sheets.append(
                    Sheet(
                        name: tokens.attribute("name") ?? "",
                        isVisible: (tokens.attribute("state") ?? "visible") == "visible",
                        part: part
                    )
                )
            }
        }
        self.sheets = sheets
        self.countsFrom1904 = countsFrom1904
        sharedTextsPart = parts.sharedTexts
        isDate =
            try parts.styles.map { part throws(PieceError) in
                try CellFormats.dates(Workbook.tokens(part, of: archive))
            } ?? []
    }

    /// The texts that cells share.
    func sharedTexts() throws(PieceError) -> SharedTexts {
        guard let part = sharedTextsPart, let entry = archive.entry(part) else {
            return SharedTexts()
        }
        return try SharedTexts(
            archive.open(entry),
            part: part,
            depth: archive.limits.depth,
            limit: archive.limits.sharedTextBytes
        )
    }

    /// The tokens of a part.
    static func tokens(_ part: String, of archive: ZipArchive) throws(PieceError) -> XMLTokens {
        guard let entry = archive.entry(part) else {
            throw .carrier(CarrierMistake(.malformed, subject: part))
        }
        return XMLTokens(try archive.open(entry), part: part, depth: archive.limits.depth)
    }

    private struct Relations {
        var byID: [String: String] = [:]
        var sharedTexts: String?
        var styles: String?
    }

    /// Which part each relation of the workbook points at.
    private static func relations(_ archive: ZipArchive) throws(PieceError) -> Relations {
        let tokens = try tokens("xl/_rels/workbook.xml.rels", of: archive)
        var relations = Relations()
        while let token = try tokens.next() {
            guard token == .start, tokens.name == "Relationship",
                let id = tokens.attribute("Id"), let target = tokens.attribute("Target"),
                tokens.attribute("TargetMode") != "External"
            else { continue }
            let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            let type = tokens.attribute("Type") ?? ""
            relations.byID[id] = part
            if type.hasSuffix("/sharedStrings") { relations.sharedTexts = part }
            if type.hasSuffix("/styles") { relations.styles = part }
        }
        return relations
    }
}

/// Which formats of cells show dates.
enum CellFormats {
    /// For each entry of `cellXfs` whether its number format shows a date.
    static func dates(_ tokens: XMLTokens) throws(PieceError) -> [Bool] {
        var own: [Int: Bool] = [:]
        var dates: [Bool] = []
        var isInCellFormats = false
        while let token = try tokens.next() {
            switch (token, tokens.name) {
            case (.start, "numFmt"):
                if let id = tokens.attribute("numFmtId").flatMap({ Int($0) }) {
                    own[id] = isDate(tokens.attribute("formatCode") ?? "")
                }
            case (.start, "cellXfs"): isInCellFormats = true
            case (.end, "cellXfs"): isInCellFormats = false
            case (.start, "xf") where isInCellFormats:
                let id = tokens.attribute("numFmtId").flatMap { Int($0) } ?? 0
                // The formats built in that show a day: ECMA-376, part 1, 18.8.30.
                let isBuiltIn = [14, 15, 16, 17, 22].contains(id) || (27...36).contains(id)
                dates.append(own[id] ?? (isBuiltIn || (50...58).contains(id)))
            default: continue
            }
        }
        return dates
    }

    /// Whether a format has a day or a year outside quotes, escapes and brackets.
    static func isDate(_ format: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for byte in format.utf8 {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: "["), !isQuoted {
                isBracketed = true
            } else if byte == UInt8(ascii: "]") {
                isBracketed = false
            } else if !isQuoted, !isBracketed, "dDyYjJ".utf8.contains(byte) {
                return true
            }
        }
        return false
    }
}
