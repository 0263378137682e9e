/// What stands in a long slot besides a value.
public enum LongValue {
    /// The field is empty.
    public static let absent: UInt64 = 0
    /// The field holds something else than it should.
    public static let unreadable = UInt64.max

    /// A whole number, or one counted in the last of its decimals, as it is kept: one more, so
    /// that nought is not absent.
    @inline(__always)
    public static func pack(_ number: UInt64) -> UInt64 { number + 1 }

    /// The number behind a kept value, or `nil` when there is none.
    @inline(__always)
    public static func number(_ packed: UInt64) -> UInt64? {
        packed == absent || packed == unreadable ? nil : packed - 1
    }
}

/// From the codes of a list to bits of a set.
public struct CodeSetTable: Sendable {
    /// For each code of one or two characters its bit, by the key of ``CodeTable``.
    let bits: [UInt64]

    /// Creates a table; codes without a bit are left out.
    public init(codes: some Sequence<String>) {
        var bits = [UInt64](repeating: 0, count: 65_536)
        for code in codes {
            if let key = CodeTable.key(code), let bit = CodeSetTable.bit(for: code) {
                bits[key] = 1 << UInt64(bit)
            }
        }
        self.bits = bits
    }

    /// The bit of a code: of digits its number up to 37, of a letter one of those behind.
    ///
    /// The same under every version of a list, so that stored sets keep their meaning.
    public static func bit(for code: String) -> Int? {
        if let number = Int(code), (1...37).contains(number) { return number }
        let bytes = Array(code.utf8)
        guard bytes.count == 1, (65...90).contains(bytes[0]) else { return nil }
        return 38 + Int(bytes[0] - 65)
    }
}
