/// Reads the fields of a page's address as a form sends them.
enum PageQuery {
    /// The fields by name; a plus sign is a space, and of a name given twice the last counts.
    ///
    /// What is not encoded well stays as it is: it then names no region, which the page says.
    static func fields(_ query: String) -> [String: String] {
        var fields: [String: String] = [:]
        for part in query.utf8.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            fields[decoded(sides[0])] = sides.count == 2 ? decoded(sides[1]) : ""
        }
        return fields
    }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var plain: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"):
                let number = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                plain.append(digits.count == 2 ? number ?? byte : byte)
                if digits.count == 2, number != nil { rest = rest.dropFirst(2) }
            default: plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
