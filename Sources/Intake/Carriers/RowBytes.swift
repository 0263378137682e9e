import Columns

/// Rows of a carrier written as delimited text, with the number that each row had there.
final class RowBytes: ByteSource {
    private let rows: any RowSource
    private let row: CarriedRow
    private let line: UnsafePieceBuffer
    private var offset = 0
    private var isAtEnd = false

    /// The number of each row in the carrier.
    private(set) var numbers = RowNumbers()

    /// Writes rows of at most so many bytes.
    init(_ rows: any RowSource, longestRecord: Int) {
        self.rows = rows
        row = CarriedRow(capacity: longestRecord)
        // Quotes may double a field, and there is a separator behind each.
        line = UnsafePieceBuffer(capacity: longestRecord * 4 + 16)
    }

    var expectedSize: Int { rows.expectedSize }

    func fill(_ piece: UnsafePieceBuffer, limit: Int) throws(PieceError) -> Int {
        var done = 0
        while done < limit {
            if offset == line.count {
                guard try nextLine() else { break }
            }
            let count = min(limit - done, line.count - offset)
            piece.append(offset..<offset + count, of: line)
            offset += count
            done += count
        }
        return done
    }

    private func nextLine() throws(PieceError) -> Bool {
        line.wipe()
        offset = 0
        guard !isAtEnd else { return false }
        row.clear()
        do throws(PieceError) {
            guard try rows.next(row) else {
                isAtEnd = true
                row.clear()
                return false
            }
            numbers.append(row.number)
            guard row.fieldCount < line.capacity / 4 else { throw .recordTooLong }
            for field in 0..<row.fieldCount {
                if field > 0 { line.append(UInt8(ascii: ";")) }
                write(field)
            }
            line.append(0x0A)
            return true
        } catch {
            isAtEnd = true
            row.clear()
            guard case .carrier(let mistake) = error, mistake.line != nil else { throw error }
            // The line of the delimited text under which the row's own number is kept.
            numbers.append(row.number)
            throw .carrier(
                CarrierMistake(mistake.kind, line: numbers.count, subject: mistake.subject)
            )
        }
    }

    private func write(_ field: Int) {
        let range = row.range(of: field)
        let needsQuotes = range.contains { offset in
            switch row[offset] {
            case UInt8(ascii: ";"), UInt8(ascii: "\""), 0x0A, 0x0D: true
            default: false
            }
        }
        if needsQuotes { line.append(UInt8(ascii: "\"")) }
        for offset in range {
            if row[offset] == UInt8(ascii: "\"") { line.append(UInt8(ascii: "\"")) }
            line.append(row[offset])
        }
        if needsQuotes { line.append(UInt8(ascii: "\"")) }
    }
}

/// The numbers that lines of delimited text had in their carrier, kept as stretches.
struct RowNumbers: Sendable, Equatable {
    /// Where a stretch of numbers that follow one another begins.
    private struct Stretch: Sendable, Equatable {
        let line: Int
        let number: Int
    }

    private var stretches: [Stretch] = []

    /// How many lines there are.
    private(set) var count = 0

    /// Adds the number of the next line.
    mutating func append(_ number: Int) {
        count += 1
        if let last = stretches.last, number - last.number == count - last.line { return }
        stretches.append(Stretch(line: count, number: number))
    }

    /// The number of a line, counted from 1; lines behind the last go on from there.
    func number(ofLine line: Int) -> Int {
        var low = 0
        var high = stretches.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if stretches[middle].line <= line { low = middle } else { high = middle }
        }
        guard low < stretches.count else { return line }
        return stretches[low].number + line - stretches[low].line
    }
}
