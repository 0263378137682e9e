/// A record of a CSV file: its fields by the name of the column.
struct CSVRow {
    /// The line on which the row begins, counted from 1.
    let line: Int

    private let file: String
    private let fields: [String: String]

    fileprivate init(file: String, line: Int, fields: [String: String]) {
        self.file = file
        self.line = line
        self.fields = fields
    }

    /// The field of a column, empty or not.
    func required(_ column: String) -> RecordValue {
        RecordValue(file: file, line: line, content: .text(fields[column] ?? ""))
    }

    /// The field of a column, or `nil` when it is empty.
    func optional(_ column: String) -> RecordValue? {
        fields[column].flatMap { $0.isEmpty ? nil : required(column) }
    }
}

/// Reads CSV strictly: comma, RFC 4180 quotes, LF, a known header, no empty lines.
enum CSVFile {
    /// The rows behind the header.
    static func parse(
        _ text: String,
        file: String,
        columns: [String]
    ) throws(DefinitionError) -> [CSVRow] {
        let header = columns.joined(separator: ",")
        var records = try records(of: Array(text.utf8), file: file)[...]
        guard let first = records.popFirst(), first.fields == columns else {
            throw DefinitionError(
                file: file,
                line: 1,
                found: "another header",
                expected: "`\(header)`"
            )
        }
        return try records.map { record throws(DefinitionError) in
            guard record.fields.count == columns.count else {
                throw DefinitionError(
                    file: file,
                    line: record.line,
                    found: "\(record.fields.count) fields",
                    expected: "\(columns.count): `\(header)`"
                )
            }
            return CSVRow(
                file: file,
                line: record.line,
                fields: Dictionary(uniqueKeysWithValues: zip(columns, record.fields))
            )
        }
    }

    private static func records(
        of bytes: [UInt8],
        file: String
    ) throws(DefinitionError) -> [(line: Int, fields: [String])] {
        var records: [(line: Int, fields: [String])] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var line = 1
        var begin = 1
        var quotedSince: Int?
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if quotedSince != nil {
                if byte == UInt8(ascii: "\""), index < bytes.count, bytes[index] == byte {
                    field.append(byte)
                    index += 1
                } else if byte == UInt8(ascii: "\"") {
                    quotedSince = nil
                } else {
                    if byte == 0x0A { line += 1 }
                    field.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty:
                quotedSince = line
            case UInt8(ascii: ","):
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            case 0x0A:
                fields.append(String(decoding: field, as: UTF8.self))
                records.append((begin, fields))
                fields = []
                field = []
                line += 1
                begin = line
            case 0x0D, UInt8(ascii: "\""):
                throw DefinitionError(
                    file: file,
                    line: line,
                    found: byte == 0x0D ? "a carriage return" : "a quote inside a field",
                    expected: byte == 0x0D ? "lines that end with LF" : "the whole field in quotes"
                )
            default:
                field.append(byte)
            }
        }
        if let quotedSince {
            throw DefinitionError(
                file: file,
                line: quotedSince,
                found: "a quote that is not closed",
                expected: "a closing quote"
            )
        }
        guard field.isEmpty, fields.isEmpty else {
            throw DefinitionError(
                file: file,
                line: line,
                found: "a last line without its end",
                expected: "a line end behind every line"
            )
        }
        return records
    }
}
