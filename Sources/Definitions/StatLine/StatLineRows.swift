import FoundationEssentials

/// The rows of a part of a StatLine table: OData JSON (`value`), or CSV with `;` or `,`.
public struct StatLineRows: Sendable, Equatable {
    /// A field as the publisher wrote it.
    public enum Field: Sendable, Equatable {
        /// `null`, or a field that is not there.
        case absent
        /// A number.
        case number(Double)
        /// A text, without the blanks around it.
        case text(String)
    }

    /// The rows: their fields by name.
    public let rows: [[String: Field]]

    /// Where the rest of a part stands that is given in pages; `nil` on the last.
    public let next: String?

    /// Rows that were put together from pages.
    public init(_ rows: [[String: Field]]) {
        self.rows = rows
        next = nil
    }

    /// Reads a part.
    ///
    /// - Parameters:
    ///   - bytes: its content.
    ///   - part: its name, for the mistake.
    /// - Throws: ``StatLineError/malformed(part:)``.
    public init(_ bytes: [UInt8], part: String) throws(StatLineError) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = bytes[start...].first { $0 > 0x20 }
        guard first == UInt8(ascii: "{") else {
            rows = try StatLineRows.csv(bytes[start...], part: part)
            next = nil
            return
        }
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes[start...]))
        else { throw .malformed(part: part) }
        next = document.next
        rows = document.rows
    }

    /// Reads CSV: names in the first line, quotes as in RFC 4180.
    private static func csv(
        _ bytes: ArraySlice<UInt8>,
        part: String
    ) throws(StatLineError) -> [[String: Field]] {
        var records = try records(bytes, part: part)[...]
        guard let names = records.popFirst(), names.count > 1 else { throw .malformed(part: part) }
        var rows: [[String: Field]] = []
        for record in records {
            guard record.count == names.count else { throw .malformed(part: part) }
            var row: [String: Field] = [:]
            for (name, value) in zip(names, record) { row[name] = Field.text(value) }
            rows.append(row)
        }
        return rows
    }

    private static func records(
        _ bytes: ArraySlice<UInt8>,
        part: String
    ) throws(StatLineError) -> [[String]] {
        let header = bytes.prefix { $0 != 0x0A }
        let separator = header.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var previous: UInt8 = 0
        func end() {
            record.append(trimmed(String(decoding: field, as: UTF8.self)))
            field = []
        }
        for byte in bytes {
            if isQuoted {
                if byte == UInt8(ascii: "\"") { isQuoted = false } else { field.append(byte) }
            } else if byte == UInt8(ascii: "\"") {
                // Two quotes within a quoted field stand for one.
                if previous == byte { field.append(byte) }
                isQuoted = true
            } else if byte == separator {
                end()
            } else if byte == 0x0A {
                end()
                if record != [""] { records.append(record) }
                record = []
            } else if byte != 0x0D {
                field.append(byte)
            }
            previous = previous == byte && byte == UInt8(ascii: "\"") ? 0 : byte
        }
        guard !isQuoted else { throw .malformed(part: part) }
        if !field.isEmpty || !record.isEmpty {
            end()
            records.append(record)
        }
        return records
    }

    /// A text without the blanks around it: keys are padded and numbers lie to the right.
    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
            let last = bytes.lastIndex(where: { $0 != 0x20 })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    private struct Document: Decodable {
        let rows: [[String: Field]]
        let next: String?

        private enum CodingKeys: String, CodingKey {
            case value
            case old = "odata.nextLink"
            case new = "@odata.nextLink"
        }

        init(from decoder: any Decoder) throws {
            let keys = try? decoder.container(keyedBy: CodingKeys.self)
            if let keys, keys.contains(.value) {
                rows = try keys.decode([[String: Value]].self, forKey: .value)
                    .map { $0.mapValues(\.field) }
                next =
                    try keys.decodeIfPresent(String.self, forKey: .old)
                    ?? keys.decodeIfPresent(String.self, forKey: .new)
            } else {
                // The properties of a table are one object.
                let row = try decoder.singleValueContainer().decode([String: Value].self)
                rows = [row.mapValues(\.field)]
                next = nil
            }
        }
    }

    private struct Value: Decodable {
        let field: Field

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                field = .number(number)
            } else if let text = try? container.decode(String.self) {
                field = .text(StatLineRows.trimmed(text))
            } else {
                field = .absent
            }
        }
    }
}
