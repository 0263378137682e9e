extension JSONValue {
    /// JSON text with sorted names and the shortest numbers that read back the same.
    ///
    /// Two spaces a level; arrays without objects or arrays stand on one line.
    ///
    /// A number that is not finite becomes `null`.
    public var text: String { written(indent: "") }

    private func written(indent: String) -> String {
        let deeper = indent + "  "
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .number(let value):
            guard value.isFinite else { return "null" }
            return value == 0 ? "0.0" : value.description
        case .string(let value): return JSONValue.quoted(value)
        case .array(let values):
            if values.isEmpty { return "[]" }
            if values.allSatisfy(\.isPlain) {
                return "[" + values.map { $0.written(indent: "") }.joined(separator: ", ") + "]"
            }
            let lines = values.map { deeper + $0.written(indent: deeper) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let values):
            if values.isEmpty { return "{}" }
            let lines = values.sorted { $0.key < $1.key }.map { name, value in
                deeper + JSONValue.quoted(name) + ": " + value.written(indent: deeper)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
