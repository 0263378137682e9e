/// Rows of a delivery as typed columns, without a value that is a citizen service number.
public struct ScannedRows: Sendable {
    /// Scrambled numbers: 0 absent, 1 unknown, 2 unborn, 3 no number; others ≥ 16.
    ///
    /// Where the file holds sender pseudonyms, ``NumberState/sender`` stands for each of them.
    public var numbers: [UInt32] = []
    /// The sender pseudonyms by row, or nothing when the file holds numbers.
    public var senders: [Pseudonym] = []
    /// A mix of every protocol column of a row, to find rows that are the same.
    public var hashes: [UInt64] = []
    /// Flags of a row.
    public var flags: [UInt8] = []
    /// Codes and the like, by slot; 255 unknown.
    public var small: [[UInt8]] = []
    /// Days and municipalities, by slot.
    public var wide: [[UInt16]] = []
    /// Sets of codes, whole numbers and marks of texts, by slot; see ``LongValue``.
    public var long: [[UInt64]] = []
    /// The first row that cannot be read, from 0, and why.
    public var mistake: (row: Int, kind: RowMistake)?

    /// The number of rows.
    public var count: Int { numbers.count }

    /// Creates no rows, with so many slots.
    public init(smallSlots: Int, wideSlots: Int, longSlots: Int = 0) {
        small = Array(repeating: [], count: smallSlots)
        wide = Array(repeating: [], count: wideSlots)
        long = Array(repeating: [], count: longSlots)
    }

    /// Appends the rows of another piece of the same file.
    public mutating func append(_ other: ScannedRows) {
        if mistake == nil, let theirs = other.mistake {
            mistake = (count + theirs.row, theirs.kind)
        }
        numbers.append(contentsOf: other.numbers)
        senders.append(contentsOf: other.senders)
        hashes.append(contentsOf: other.hashes)
        flags.append(contentsOf: other.flags)
        for slot in small.indices { small[slot].append(contentsOf: other.small[slot]) }
        for slot in wide.indices { wide[slot].append(contentsOf: other.wide[slot]) }
        for slot in long.indices { long[slot].append(contentsOf: other.long[slot]) }
    }

    /// Makes room for so many rows in one go.
    public mutating func reserve(_ rows: Int) {
        numbers.reserveCapacity(rows)
        hashes.reserveCapacity(rows)
        flags.reserveCapacity(rows)
        for slot in small.indices { small[slot].reserveCapacity(rows) }
        for slot in wide.indices { wide[slot].reserveCapacity(rows) }
        for slot in long.indices { long[slot].reserveCapacity(rows) }
    }
}

/// What a scrambled number may be instead of a number.
public enum NumberState {
    /// The field is empty.
    public static let absent: UInt32 = 0
    /// The special code for a number that is not known.
    public static let unknown: UInt32 = 1
    /// The special code for a child not yet born.
    public static let unborn: UInt32 = 2
    /// Something that is no number, or fails the elfproef.
    public static let invalid: UInt32 = 3
    /// A sender pseudonym stands in its place.
    public static let sender: UInt32 = NumberScrambler.reserved
    /// Whether there is a number.
    @inline(__always)
    public static func isNumber(_ value: UInt32) -> Bool { value >= NumberScrambler.reserved }
}
