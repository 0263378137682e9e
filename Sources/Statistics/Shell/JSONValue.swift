import Foundation

/// A value of JSON, as options come in and results go out.
public indirect enum JSONValue: Sendable, Equatable {
    /// Nothing; in a result: undefined.
    case null
    /// Yes or no.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number; one that is not finite is written as `null` by ``MethodResult``.
    case number(Double)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Values by name.
    case object([String: JSONValue])

    /// A number, or undefined.
    public init(_ value: Double?) {
        self = value.map { .number($0) } ?? .null
    }

    /// Numbers in order, some of them perhaps undefined.
    public init(_ values: [Double?]) {
        self = .array(values.map { JSONValue($0) })
    }

    /// The number, whole or not.
    public var asNumber: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The text.
    public var asText: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The values of an array.
    public var asArray: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The values of an object.
    public var asObject: [String: JSONValue]? {
        if case .object(let values) = self { values } else { nil }
    }

    /// The value under a name of an object.
    public subscript(name: String) -> JSONValue? { asObject?[name] }

    /// The value at a place of an array.
    public subscript(place: Int) -> JSONValue? {
        guard let values = asArray, values.indices.contains(place) else { return nil }
        return values[place]
    }
}

extension JSONValue: Decodable {
    /// Reads a value; whole numbers written without a point become ``integer(_:)``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Reads JSON text; `nil` when it is none.
    public init?(parsing text: String) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            return nil
        }
        self = value
    }
}
