import Columns
import Definitions

/// *Vaste posities*: lines whose fields stand on the places of a layout, without a header.
///
/// A line has exactly the bytes of the layout; blanks around a value are not part of it. A shorter
/// line is refused rather than filled up: where it was cut cannot be seen.
final class FixedWidthRows: RowSource {
    private let layout: FixedWidthLayout
    private let cursor: ByteCursor
    private var line = 0

    init(_ source: any ByteSource, layout: FixedWidthLayout) {
        self.layout = layout
        cursor = ByteCursor(source)
    }

    var expectedSize: Int { cursor.expectedSize * 2 }

    func next(_ row: CarriedRow) throws(PieceError) -> Bool {
        guard line > 0 else {
            try cursor.passMark()
            line = 1
            row.number = 0
            for field in layout.fields {
                try row.append(field.column)
                row.endField()
            }
            return true
        }
        guard try cursor.peek() != nil else { return false }
        row.number = line
        line += 1
        var place = 1
        var index = 0
        while let byte = try cursor.next(), byte != 0x0A {
            if byte == 0x0D, try isLineEnd() { continue }
            guard place <= layout.width else { throw wrongWidth }
            if index < layout.fields.count, place >= layout.fields[index].from {
                if byte != 0x20 || !row.open.isEmpty { try row.append(byte) }
                if place == layout.fields[index].from + layout.fields[index].width - 1 {
                    end(row)
                    index += 1
                }
            }
            place += 1
        }
        guard place == layout.width + 1 else { throw wrongWidth }
        return true
    }

    private func isLineEnd() throws(PieceError) -> Bool {
        let byte = try cursor.peek()
        return byte == nil || byte == 0x0A
    }

    private func end(_ row: CarriedRow) {
        var length = row.open.count
        while length > 0, row[row.open.lowerBound + length - 1] == 0x20 { length -= 1 }
        row.truncate(to: length)
        row.endField()
    }

    private var wrongWidth: PieceError {
        .carrier(CarrierMistake(.lineWidth, line: line, subject: String(layout.width)))
    }
}
