/// The first line of a delimited file, read against the names that are expected.
///
/// A name that is not expected is only kept when it looks like a name (letters and underscores):
/// where somebody forgot the header, its place is taken by a child's data.
public struct HeaderLine: Sendable, Equatable {
    /// A column of the header.
    public enum Field: Sendable, Equatable {
        /// The expected name with this index.
        case known(Int)
        /// Sender pseudonyms made with the key of this mark, in place of numbers.
        case sender(mark: String)
        /// Another name; `nil` when it does not look like one.
        case unknown(String?)
    }

    /// The byte between fields: `;` or `,`.
    public let separator: UInt8

    /// The columns in their order.
    public let fields: [Field]

    /// The offset in the piece behind the line.
    public let end: Int

    /// Reads the header at the start of a file's first piece; a byte order mark is passed over.
    public init(of piece: UnsafePieceBuffer, expecting names: [String]) {
        let bytes = unsafe piece.bytes
        var start = 0
        // SAFETY: indices stay below the count, or within the zeroed padding behind it.
        if unsafe bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF { start = 3 }
        var lineEnd = start
        var semicolons = 0
        var commas = 0
        while lineEnd < piece.count, unsafe bytes[lineEnd] != 0x0A {
            if unsafe bytes[lineEnd] == UInt8(ascii: ";") { semicolons += 1 }
            if unsafe bytes[lineEnd] == UInt8(ascii: ",") { commas += 1 }
            lineEnd += 1
        }
        end = min(lineEnd + 1, piece.count)
        if lineEnd > start, unsafe bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        separator = semicolons > 0 || commas == 0 ? UInt8(ascii: ";") : UInt8(ascii: ",")
        let expected = names.map { Array($0.utf8) }
        var fields: [Field] = []
        var fieldStart = start
        for index in start...lineEnd {
            let byte = unsafe bytes[index]
            guard index == lineEnd || byte == separator else { continue }
            var low = fieldStart
            var high = index
            if high - low >= 2, unsafe bytes[low] == 0x22 && bytes[high - 1] == 0x22 {
                low += 1
                high -= 1
            }
            unsafe fields.append(HeaderLine.field(bytes, low, high, expected))
            fieldStart = index + 1
        }
        self.fields = fields
    }

    private static func field(
        _ bytes: UnsafePointer<UInt8>,
        _ low: Int,
        _ high: Int,
        _ expected: [[UInt8]]
    ) -> Field {
        let length = high - low
        for (index, name) in expected.enumerated() where name.count == length {
            if (0..<length).allSatisfy({ unsafe bytes[low + $0] == name[$0] }) {
                return .known(index)
            }
        }
        if let mark = unsafe senderMark(bytes, low, high) { return .sender(mark: mark) }
        guard (1...40).contains(length) else { return .unknown(nil) }
        var name = ""
        for index in low..<high {
            let byte = unsafe bytes[index]
            guard (0x61...0x7A).contains(byte) || byte == 0x5F else { return .unknown(nil) }
            name.unicodeScalars.append(UnicodeScalar(byte))
        }
        return .unknown(name)
    }
}

extension HeaderLine {
    /// What stands before the mark in the name of a column of sender pseudonyms.
    public static let senderPrefix = "pseudoniem:"

    /// The mark in a name as `pseudoniem:0a1b2c3d`, or `nil` when it is another name.
    static func senderMark(_ bytes: UnsafePointer<UInt8>, _ low: Int, _ high: Int) -> String? {
        let prefix = Array(senderPrefix.utf8)
        guard high - low == prefix.count + 8 else { return nil }
        var mark = ""
        for offset in 0..<high - low {
            // SAFETY: within the header line, whose bounds the caller gives.
            let byte = unsafe bytes[low + offset]
            if offset < prefix.count {
                guard byte == prefix[offset] else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else {
                    return nil
                }
                mark.unicodeScalars.append(UnicodeScalar(byte))
            }
        }
        return mark
    }
}

/// The first record of a file: the values of some columns, and whether the others are empty.
public struct FirstRecord: Sendable {
    /// More bytes than any holder's name or half-year has; what is longer is cut off.
    private static let longestValue = 128

    /// The values of the wanted columns, by column.
    public let values: [Int: [UInt8]]
    /// Whether every other column is empty.
    public let othersAreEmpty: Bool
    /// Whether there is a record at all.
    public let exists: Bool
    /// Whether anything follows the record.
    public let isOnlyOne: Bool

    /// Reads the record at an offset of a piece; only the wanted columns leave the buffer.
    public init(
        of piece: UnsafePieceBuffer,
        at offset: Int,
        separator: UInt8,
        wanted: Set<Int>
    ) {
        let bytes = unsafe piece.bytes
        var values: [Int: [UInt8]] = [:]
        var column = 0
        var others = true
        var value: [UInt8] = []
        var index = offset
        var inside = false
        // SAFETY: indices stay below the count of bytes in use.
        while index <= piece.count {
            let byte = index < piece.count ? unsafe bytes[index] : 0x0A
            if !inside, byte == separator || byte == 0x0A {
                if wanted.contains(column) { values[column] = value }
                value = []
                column += 1
                index += 1
                if byte == 0x0A { break }
                continue
            }
            if byte == 0x22 {
                inside.toggle()
            } else if byte != 0x0D {
                if wanted.contains(column) {
                    if value.count < FirstRecord.longestValue { value.append(byte) }
                } else {
                    others = false
                }
            }
            index += 1
        }
        self.values = values
        othersAreEmpty = others
        exists = offset < piece.count
        isOnlyOne = index >= piece.count
    }
}
