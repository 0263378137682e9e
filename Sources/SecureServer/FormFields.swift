/// What a form sends: names with their values, as `application/x-www-form-urlencoded`.
struct FormFields: Sendable, Equatable {
    private let fields: [String: [String]]

    /// No fields.
    static let none = FormFields()

    private init() { fields = [:] }

    /// Reads a body, or gives `nil` when it is not one of a form.
    init?(_ bytes: some Sequence<UInt8>) {
        var fields: [String: [String]] = [:]
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = FormFields.decoded(parts[0]),
                let value = parts.count > 1 ? FormFields.decoded(parts[1]) : ""
            else { return nil }
            fields[name, default: []].append(value)
        }
        self.fields = fields
    }

    /// The first value of a name.
    subscript(name: String) -> String? { fields[name]?.first }

    private static func decoded(_ text: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
