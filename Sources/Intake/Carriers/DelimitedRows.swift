import Columns

/// Rows of delimited text with any columns: a holder's own export, before it is mapped.
final class DelimitedRows: RowSource {
    private let cursor: ByteCursor
    private var separator: UInt8 = 0
    private var record = 0

    init(_ source: any ByteSource) {
        cursor = ByteCursor(source)
    }

    var expectedSize: Int { cursor.expectedSize }

    func next(_ row: CarriedRow) throws(PieceError) -> Bool {
        if record == 0 { try cursor.passMark() }
        guard try cursor.peek() != nil else { return false }
        record += 1
        row.number = record
        if record == 1 {
            try readHeader(row)
            return true
        }
        var isQuoted = false
        var isFieldStart = true
        while let byte = try cursor.next() {
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    try row.append(byte)
                } else if try cursor.peek() == byte {
                    _ = try cursor.next()
                    try row.append(byte)
                } else {
                    isQuoted = false
                }
                continue
            }
            if byte == separator {
                row.endField()
                isFieldStart = true
                continue
            }
            if byte == 0x0A { break }
            if byte == 0x0D {
                let next = try cursor.peek()
                if next == 0x0A || next == nil { continue }
            }
            if byte == UInt8(ascii: "\""), isFieldStart {
                isQuoted = true
            } else {
                try row.append(byte)
            }
            isFieldStart = false
        }
        guard !isQuoted else { throw .openQuote }
        row.endField()
        return true
    }

    /// Reads the first line, whose most frequent sign of `;`, `,` and tab separates the fields.
    private func readHeader(_ row: CarriedRow) throws(PieceError) {
        var line: [UInt8] = []
        while let byte = try cursor.next(), byte != 0x0A {
            guard line.count < 65_536 else { throw .recordTooLong }
            line.append(byte)
        }
        if line.last == 0x0D { line.removeLast() }
        let signs = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
        let counts = signs.map { sign in line.count { $0 == sign } }
        separator = signs[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
        for field in line.split(separator: separator, omittingEmptySubsequences: false) {
            let isQuoted =
                field.count >= 2 && field.first == UInt8(ascii: "\"") && field.last == field.first
            for byte in isQuoted ? field.dropFirst().dropLast() : field { try row.append(byte) }
            row.endField()
        }
    }
}
