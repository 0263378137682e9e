extension DataTable {
    /// Reads comma-separated text with a header line (RFC 4180; UTF-8, with or without a mark).
    ///
    /// Blanks round a cell do not count unless it stands in quotes. Empty lines are skipped at the
    /// end only.
    /// - Throws: ``StatisticsError/notATable(row:expected:)`` with the row in the file.
    public init(csv text: String) throws(StatisticsError) {
        let lines = try DataTable.split(text)
        guard let header = lines.first, header.contains(where: { $0 != nil }) else {
            throw .notATable(row: 1, expected: "a header line with the names of the columns")
        }
        var names: [String] = []
        for name in header {
            guard let name else { throw .notATable(row: 1, expected: "a name for each column") }
            guard !names.contains(name) else {
                throw .notATable(row: 1, expected: "each name once")
            }
            names.append(name)
        }
        var columns = names.map { (name: $0, cells: [String?]()) }
        for (row, line) in lines.dropFirst().enumerated() {
            guard line.count == names.count else {
                throw .notATable(row: row + 2, expected: "\(names.count) cells")
            }
            for (place, cell) in line.enumerated() { columns[place].cells.append(cell) }
        }
        self.init(columns)
    }

    /// The cells of each line; `nil` where missing.
    private static func split(_ text: String) throws(StatisticsError) -> [[String?]] {
        var lines: [[String?]] = []
        var line: [String?] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        func finishCell() {
            let content = String(decoding: cell, as: UTF8.self)
            if wasQuoted {
                line.append(content)
            } else {
                let blanks: Set<Character> = [" ", "\t"]
                let start = content.drop(while: { blanks.contains($0) })
                let trimmed = String(
                    start.reversed().drop(while: { blanks.contains($0) }).reversed()
                )
                line.append(trimmed.isEmpty || trimmed == "NA" ? nil : trimmed)
            }
            cell = []
            wasQuoted = false
        }
        func finishLine() {
            finishCell()
            lines.append(line)
            line = []
        }
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if place + 1 < bytes.count, bytes[place + 1] == byte {
                        cell.append(byte)
                        place += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    cell.append(byte)
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty, !wasQuoted {
                isQuoted = true
                wasQuoted = true
            } else if byte == UInt8(ascii: ",") {
                finishCell()
            } else if byte == UInt8(ascii: "\n") {
                finishLine()
            } else if byte != UInt8(ascii: "\r") {
                if wasQuoted {
                    throw .notATable(row: lines.count + 1, expected: "a comma after a quote")
                }
                cell.append(byte)
            }
            place += 1
        }
        if isQuoted { throw .notATable(row: lines.count + 1, expected: "a closing quote") }
        if !cell.isEmpty || wasQuoted || !line.isEmpty { finishLine() }
        while let last = lines.last, last.allSatisfy({ $0 == nil }), last.count == 1 {
            lines.removeLast()
        }
        return lines
    }
}
