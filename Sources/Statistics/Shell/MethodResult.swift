/// What a method found.
public struct MethodResult: Sendable, Equatable {
    /// The method's name; filled in by ``StatMethod/run(_:options:tables:)``.
    public internal(set) var method = ""

    /// The conventions that were used where programs differ.
    public var convention: String

    /// How many rows, persons or units the numbers stand on.
    public var n: Int

    /// The numbers by name.
    public var results: [String: JSONValue]

    /// What the reader must know before using them; whole sentences.
    public var warnings: [String]

    /// Creates a result.
    public init(
        convention: String,
        n: Int,
        results: [String: JSONValue] = [:],
        warnings: [String] = []
    ) {
        self.convention = convention
        self.n = n
        self.results = results
        self.warnings = warnings
    }

    /// The number at a path such as `["groups", "0", "estimate"]`.
    public func number(_ path: String...) -> Double? {
        var value = JSONValue.object(results)
        for step in path {
            guard let next = value[step] ?? Int(step).flatMap({ value[$0] }) else { return nil }
            value = next
        }
        return value.asNumber
    }

    /// JSON text, the same for the same result, with a line at its end.
    ///
    /// What is undefined is `null`, and a warning names it, whether the method thought of it or not.
    public var json: String {
        var undefined: [String] = []
        let cleaned = MethodResult.cleaned(.object(results), at: "results", &undefined)
        var said = warnings
        if !undefined.isEmpty {
            let names = undefined.prefix(12).joined(separator: ", ")
            let more = undefined.count > 12 ? " and \(undefined.count - 12) more" : ""
            said.append("Undefined, and therefore null: \(names)\(more).")
        }
        let value = JSONValue.object([
            "method": .string(method),
            "convention": .string(convention),
            "n": .integer(n),
            "results": cleaned,
            "warnings": .array(said.map { .string($0) }),
        ])
        return value.text + "\n"
    }

    /// The value with `null` for each number that is not finite, and the paths of all nulls.
    private static func cleaned(
        _ value: JSONValue,
        at path: String,
        _ undefined: inout [String]
    ) -> JSONValue {
        switch value {
        case .null:
            undefined.append(path)
            return .null
        case .number(let number) where !number.isFinite:
            undefined.append(path)
            return .null
        case .array(let values):
            var cleaned: [JSONValue] = []
            for (place, value) in values.enumerated() {
                cleaned.append(self.cleaned(value, at: "\(path)[\(place)]", &undefined))
            }
            return .array(cleaned)
        case .object(let values):
            var cleaned: [String: JSONValue] = [:]
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                cleaned[name] = self.cleaned(value, at: "\(path).\(name)", &undefined)
            }
            return .object(cleaned)
        default: return value
        }
    }
}
