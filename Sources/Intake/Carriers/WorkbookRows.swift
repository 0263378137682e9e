import Columns
import Definitions
import Domain

/// The rows of a sheet: the first row with anything in it holds the names of the columns.
///
/// A cell with a number in a column of fixed width (a citizen service number, a code, a holder)
/// gets the zeros back that a spreadsheet takes off; a cell that shows a date becomes `JJJJMMDD`.
/// Empty rows are passed over; rows keep the number they have in the sheet.
final class WorkbookRows: RowSource {
    private enum CellKind { case number, shared, text, date }

    private let workbook: Workbook
    private let texts: SharedTexts
    private let tokens: XMLTokens
    private let bytes: ZipEntryBytes
    private let widths: [String: Int]
    private let cell: CarriedRow
    private var columns: [Int?] = []
    private var rowNumber = 0
    private var isBegun = false

    /// How many numbers got zeros back.
    private(set) var filledNumbers = 0

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - workbook: the workbook.
    ///   - sheet: which of its sheets.
    ///   - longestRecord: the most bytes a row may have.
    ///   - widths: how many digits a number has in a column, by the column's name.
    /// - Throws: ``PieceError`` when a part of the workbook is not in order.
    init(
        _ workbook: Workbook,
        sheet: Workbook.Sheet,
        longestRecord: Int,
        widths: [String: Int]
    ) throws(PieceError) {
        guard let entry = workbook.archive.entry(sheet.part) else {
            throw .carrier(CarrierMistake(.malformed, subject: sheet.part))
        }
        self.workbook = workbook
        self.widths = widths
        texts = try workbook.sharedTexts()
        bytes = try workbook.archive.open(entry)
        tokens = XMLTokens(bytes, part: sheet.part, depth: workbook.archive.limits.depth)
        cell = CarriedRow(capacity: longestRecord)
    }

    var expectedSize: Int { bytes.expectedSize / 2 }

    func next(_ row: CarriedRow) throws(PieceError) -> Bool {
        while let token = try tokens.next() {
            guard token == .start, tokens.name == "row" else { continue }
            let given = tokens.attribute("r").flatMap { Int($0) }
            guard given ?? 1 > rowNumber || given == nil, given ?? 1 <= 1_048_576 else {
                throw tokens.malformed
            }
            rowNumber = given ?? rowNumber + 1
            row.number = rowNumber
            row.clear()
            try readCells(row)
            if row.isEmpty { continue }
            if !isBegun {
                isBegun = true
                columns = (0..<row.fieldCount).map { field in
                    widths.first { row.field(field, is: $0.key) }?.value
                }
            }
            return true
        }
        guard isBegun else { throw .carrier(CarrierMistake(.noRows)) }
        return false
    }

    private func readCells(_ row: CarriedRow) throws(PieceError) {
        let level = tokens.level
        var column = 0
        while let token = try tokens.next() {
            if token == .end, tokens.level == level - 1 { break }
            guard token == .start, tokens.name == "c" else { continue }
            let place = try place() ?? column
            guard place >= column, place < 16_384 else { throw tokens.malformed }
            let kind = cellKind()
            try readCell(kind)
            guard !cell.open.isEmpty else { continue }
            while row.fieldCount < place { row.endField() }
            try write(kind, place, to: row)
            row.endField()
            column = place + 1
        }
        // Fields that are empty at the end of a row have no cell.
        while isBegun, row.fieldCount < columns.count { row.endField() }
    }

    /// The column of the cell, from its reference, as 2 for `C7`.
    private func place() throws(PieceError) -> Int? {
        guard let reference = tokens.attribute("r") else { return nil }
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
            guard column <= 16_384 else { throw tokens.malformed }
        }
        guard column > 0 else { throw tokens.malformed }
        return column - 1
    }

    private func cellKind() -> CellKind {
        switch tokens.attribute("t") ?? "n" {
        case "n":
            let format = tokens.attribute("s").flatMap { Int($0) } ?? 0
            let isDate = workbook.isDate.indices.contains(format) && workbook.isDate[format]
            return isDate ? .date : .number
        case "s": return .shared
        default: return .text
        }
    }

    /// Reads the value of the cell whose start tag was met, up to its end tag.
    private func readCell(_ kind: CellKind) throws(PieceError) {
        cell.clear()
        let level = tokens.level
        var isInValue = false
        while let token = try tokens.next() {
            switch token {
            case .end where tokens.level == level - 1: return
            case .start: isInValue = tokens.name == "v" || tokens.name == "t"
            case .end: isInValue = false
            case .text where isInValue:
                for offset in 0..<tokens.text.count { try cell.append(tokens.text[offset]) }
            case .text: continue
            }
        }
    }

    private func write(_ kind: CellKind, _ place: Int, to row: CarriedRow) throws(PieceError) {
        let range = cell.open
        switch kind {
        case .shared:
            guard let index = CellNumber.whole(cell, range), index < texts.count else {
                throw tokens.malformed
            }
            try texts.write(index, to: row)
        case .date:
            if let serial = CellNumber.whole(cell, range, cutsFraction: true),
                let day = CellNumber.day(serial, from1904: workbook.countsFrom1904)
            {
                let parts = day.components
                try write(parts.year * 10_000 + parts.month * 100 + parts.day, width: 8, to: row)
            } else {
                try copy(range, to: row)
            }
        case .number:
            let width = columns.indices.contains(place) ? columns[place] : nil
            if let number = CellNumber.whole(cell, range) {
                if try write(number, width: width ?? 1, to: row) { filledNumbers += 1 }
            } else {
                try copy(range, to: row)
            }
        case .text:
            try copy(range, to: row)
        }
    }

    private func copy(_ range: Range<Int>, to row: CarriedRow) throws(PieceError) {
        for offset in range { try row.append(cell[offset]) }
    }

    /// Writes a number; tells whether it got zeros in front.
    @discardableResult
    private func write(
        _ number: Int,
        width: Int,
        to row: CarriedRow
    ) throws(PieceError) -> Bool {
        var power = 1
        var length = 1
        while number / power >= 10 {
            power *= 10
            length += 1
        }
        for _ in 0..<max(0, width - length) { try row.append(0x30) }
        while power > 0 {
            try row.append(UInt8(number / power % 10) + 0x30)
            power /= 10
        }
        return width > length
    }
}
