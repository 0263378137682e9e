import Columns

/// One row on its way out of a carrier: the bytes of its fields, in a buffer that is wiped.
final class CarriedRow {
    private let buffer: UnsafePieceBuffer
    private(set) var ends: [Int] = []

    /// The number of the row in its carrier: the line of a text, the row of a sheet.
    var number = 0

    /// Creates a row for at most so many bytes.
    init(capacity: Int) {
        buffer = UnsafePieceBuffer(capacity: capacity)
    }

    /// How many fields the row has.
    var fieldCount: Int { ends.count }

    /// Whether every field is empty.
    var isEmpty: Bool { buffer.count == 0 }

    /// Forgets the fields.
    func clear() {
        buffer.wipe()
        ends.removeAll(keepingCapacity: true)
    }

    /// Puts a byte in the field that is being made.
    func append(_ byte: UInt8) throws(PieceError) {
        guard buffer.room > 0 else { throw .recordTooLong }
        buffer.append(byte)
    }

    /// Puts text in the field that is being made.
    func append(_ text: String) throws(PieceError) {
        for byte in text.utf8 { try append(byte) }
    }

    /// Copies a field of another row into the field that is being made.
    func append(_ field: Int, of other: CarriedRow) throws(PieceError) {
        let range = other.range(of: field)
        guard range.count <= buffer.room else { throw .recordTooLong }
        buffer.append(range, of: other.buffer)
    }

    /// Ends the field that is being made.
    func endField() { ends.append(buffer.count) }

    /// Where the bytes of a field stand.
    func range(of field: Int) -> Range<Int> {
        (field == 0 ? 0 : ends[field - 1])..<ends[field]
    }

    /// The byte at an offset.
    subscript(offset: Int) -> UInt8 { buffer[offset] }

    /// The bytes of the field that is being made.
    var open: Range<Int> { (ends.last ?? 0)..<buffer.count }

    /// Takes bytes off the field that is being made, down to a length.
    func truncate(to length: Int) { buffer.truncate(to: (ends.last ?? 0) + length) }

    /// Whether a field holds this text, such as the name of a column.
    func field(_ field: Int, is text: String) -> Bool {
        let range = range(of: field)
        return range.count == text.utf8.count
            && zip(range, text.utf8).allSatisfy { buffer[$0] == $1 }
    }

    /// The text of a field that holds a code.
    func code(of field: Int) -> String {
        String(decoding: range(of: field).map { buffer[$0] }, as: UTF8.self)
    }
}

/// Rows that come out of a carrier one by one; the first holds the names of the columns.
protocol RowSource: AnyObject {
    /// About how many bytes will come.
    var expectedSize: Int { get }

    /// Makes the next row, with its number; `false` when there is none.
    ///
    /// - Throws: ``PieceError``; the row's number says where.
    func next(_ row: CarriedRow) throws(PieceError) -> Bool
}
