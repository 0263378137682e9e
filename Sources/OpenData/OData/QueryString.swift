/// Reads a query string into names and values, exactly: nothing malformed is let through.
enum QueryString {
    /// The most bytes that are read.
    static let limit = 65_536

    /// The fields in their order; a plus sign is a space.
    ///
    /// - Throws: ``ODataError`` where it is too long, not encoded well or not UTF-8.
    static func fields(
        _ query: String
    ) throws(ODataError) -> [(name: String, value: String)] {
        guard query.utf8.count <= limit else { throw .tooLarge(limit: limit) }
        var fields: [(name: String, value: String)] = []
        for part in Array(query.utf8).split(separator: UInt8(ascii: "&")) {
            let sides = part.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let value = sides.count == 2 ? try decoded(sides[1], plusIsSpace: true) : ""
            fields.append((try decoded(sides[0], plusIsSpace: true), value))
        }
        return fields
    }

    /// The text behind percent signs.
    ///
    /// - Throws: ``ODataError`` where it is not encoded well, is not UTF-8 or holds a control
    ///   character.
    static func decoded(
        _ bytes: some Collection<UInt8>,
        plusIsSpace: Bool
    ) throws(ODataError) -> String {
        var plain: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else {
                    throw .malformedQuery("has a percent sign without two digits after it")
                }
                plain.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: plain.append(0x20)
            default: plain.append(byte)
            }
        }
        guard let text = String(validating: plain, as: UTF8.self) else {
            throw .malformedQuery("is not UTF-8")
        }
        guard !plain.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw .malformedQuery("holds a control character")
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// Encodes a text for a query or a path: everything but unreserved signs.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default:
                bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
