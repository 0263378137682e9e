/// How a column of a delimited file is read, and into which slot of the row.
public enum FieldReading: Sendable {
    /// Passed over; not part of the row.
    case skipped
    /// The same in every row as in the first; anything else is a structural mistake.
    case constant(expected: [UInt8], mistake: RowMistake)
    /// Nine digits that pass the elfproef, scrambled; special codes are tested first.
    case number
    /// A sender pseudonym of 32 hexadecimal digits; special codes are tested first.
    case sender
    /// A date into a wide slot, as a ``PackedDay``.
    case date(slot: Int)
    /// A date of birth into a wide slot; day or month may be unknown, or the child unborn.
    case birthDate(slot: Int, approximateFlag: UInt8)
    /// A code of one or two characters into a small slot.
    case code(slot: Int, table: CodeTable, aliasFlag: UInt8)
    /// A postcode into a small slot: 0 absent, 1 present, 255 malformed; the value is not kept.
    case postcode(slot: Int)
    /// A municipality, `GM0363` or `0363`, into a wide slot as its number; 65 535 unknown.
    case municipality(slot: Int, known: [Bool])
    /// One or more codes joined by `+` into a long slot, as a set of bits.
    case codeSet(slot: Int, table: CodeSetTable)
    /// A number into a long slot, with so many digits behind a point or comma at the most.
    case quantity(slot: Int, decimals: Int)
    /// A text into a long slot as its keyed mark; the text itself is not kept.
    case mark(slot: Int, key: MarkKey, isName: Bool)
}

/// What makes a row impossible to read as the header promises.
public enum RowMistake: Int, Error, Equatable, Sendable {
    /// More or fewer fields than the header.
    case fieldCount
    /// Another source holder than in the first row.
    case holderDiffers
    /// Another half-year than in the first row.
    case periodDiffers
    /// Longer than the limit.
    case tooLong
}

/// From a code of one or two characters to the byte that stands for it.
public struct CodeTable: Sendable {
    /// The byte for an empty field.
    public static let absent: UInt8 = 0
    /// The byte for a code that is not in the list.
    public static let unknown: UInt8 = 255

    let entries: UnsafeCodeEntries
    /// Codes of more than two characters, which are read on the slow path.
    let longer: [(code: [UInt8], byte: UInt8)]

    /// Creates a table from codes and what they are read as.
    ///
    /// A code of digits is kept as its number, a letter as its ASCII value, so that bytes sort as
    /// codes do and mean the same under every version of the list.
    ///
    /// Codes without such a byte are left out.
    public init(codes: some Sequence<String>, aliases: [String: String] = [:]) {
        entries = UnsafeCodeEntries()
        for code in codes {
            if let key = CodeTable.key(code), let byte = CodeTable.byte(for: code) {
                entries.set(key, to: byte)
            }
        }
        for (alias, code) in aliases {
            if let key = CodeTable.key(alias), let byte = CodeTable.byte(for: code) {
                entries.set(key, to: byte, isAlias: true)
            }
        }
        longer = codes.filter { $0.utf8.count > 2 }.compactMap { code in
            CodeTable.byte(for: code).map { (Array(code.utf8), $0) }
        }
    }

    /// The byte that stands for a code, or `nil` when there is none.
    ///
    /// Two capitals, and longer codes, fall on a byte above those of the others; that no two codes
    /// of a list fall on the same is checked by a test over every list.
    public static func byte(for code: String) -> UInt8? {
        if let number = UInt8(code), number > 0, number < 65 { return number }
        let bytes = Array(code.utf8)
        let isCapitals = bytes.allSatisfy { (65...90).contains($0) }
        switch bytes.count {
        case 1: return isCapitals ? bytes[0] : nil
        case 2: return isCapitals ? byte(bytes[0], bytes[1]) : nil
        case 3...16: return UInt8(225 + bytes.reduce(0) { $0 + Int($1) } % 30)
        default: return nil
        }
    }

    /// The byte that stands for two capitals.
    @inline(__always)
    public static func byte(_ first: UInt8, _ second: UInt8) -> UInt8 {
        UInt8(128 + (Int(first &- 65) * 26 + Int(second &- 65)) % 97)
    }

    static func key(_ code: String) -> Int? {
        let bytes = Array(code.utf8)
        switch bytes.count {
        case 1: return Int(bytes[0])
        case 2: return Int(bytes[0]) | Int(bytes[1]) << 8
        default: return nil
        }
    }
}
