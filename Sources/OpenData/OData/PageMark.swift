/// *Bladzijdemerk*: the query of a page that goes on where another ended, as one word of a path.
enum PageMark {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    /// The mark for a query that passes over so many rows and takes at most so many.
    ///
    /// - Throws: ``ODataError`` when the query is not well formed.
    static func mark(_ query: String, skip: Int, top: Int?) throws(ODataError) -> String {
        var fields = try QueryString.fields(query)
            .filter { $0.name.hasPrefix("$") && $0.name != "$skip" && $0.name != "$top" }
        fields.append(("$skip", String(skip)))
        if let top { fields.append(("$top", String(top))) }
        let text = fields.map { "\($0.name)=\(QueryString.encoded($0.value))" }
            .joined(separator: "&")
        return encoded(Array(text.utf8))
    }

    /// The query behind a mark.
    ///
    /// - Throws: ``ODataError`` when it is no mark.
    static func query(_ mark: String) throws(ODataError) -> String {
        guard let bytes = decoded(mark), let text = String(validating: bytes, as: UTF8.self) else {
            throw .notFound(what: "page")
        }
        return text
    }

    /// Base64 with the signs of an address and without filling (RFC 4648, section 5).
    private static func encoded(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let value = part.reduce(0) { $0 << 8 | Int($1) } << ((3 - part.count) * 8)
            for place in 0...part.count {
                text.append(digits[value >> (18 - 6 * place) & 63])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var value = 0
        var bits = 0
        for byte in text.utf8 {
            guard let digit = digits.firstIndex(of: byte) else { return nil }
            value = value << 6 | digit
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(value >> bits & 255))
                value &= (1 << bits) - 1
            }
        }
        return bits < 6 ? bytes : nil
    }
}
