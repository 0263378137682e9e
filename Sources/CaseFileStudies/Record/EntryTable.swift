import Foundation

/// A file of a user, CSV or JSON, as rows of texts by column.
///
/// CSV is RFC 4180 with commas or semicolons; JSON a list of objects whose values are texts or
/// numbers. Rows are numbered as a person would count them: in CSV the header is row 1, in JSON
/// the first object is.
public struct EntryTable: Sendable {
    /// The path, for messages.
    public let path: String
    /// The rows, each with its number.
    package let rows: [(number: Int, cells: [String: String])]

    /// Reads a file that has to hold some columns; others are refused, so that a misspelt one is
    /// not lost.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: its path, for messages.
    ///   - required: the columns that must be there.
    ///   - optional: those that may be there.
    ///   - others: whether further columns are let be, as in a delivery.
    /// - Throws: ``StudyError``.
    public init(
        _ bytes: [UInt8],
        path: String,
        required: [String],
        optional: [String] = [],
        others: Bool = false
    ) throws(StudyError) {
        self.path = path
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: path)
        }
        let isJSON = text.first { !$0.isWhitespace } == "["
        rows = isJSON ? try Self.json(bytes, path) : try Self.csv(text, path)
        let found = Set(rows.flatMap { $0.cells.keys })
        for column in required where !found.contains(column) {
            throw .missingColumn(path: path, column: column, found: found.sorted())
        }
        if others { return }
        for (number, cells) in rows {
            for column in cells.keys.sorted() where !(required + optional).contains(column) {
                throw .badCell(
                    path: path,
                    row: number,
                    column: column,
                    expected: (required + optional).joined(separator: ", ")
                )
            }
        }
    }

    private static func json(
        _ bytes: [UInt8],
        _ path: String
    ) throws(StudyError) -> [(number: Int, cells: [String: String])] {
        let parsed = try? JSONSerialization.jsonObject(with: Data(bytes))
        guard let objects = parsed as? [[String: Any]] else { throw .unreadable(path: path) }
        return objects.enumerated().map { index, object in
            var cells: [String: String] = [:]
            for (column, value) in object { cells[column] = "\(value)" }
            return (index + 1, cells)
        }
    }

    private static func csv(
        _ text: String,
        _ path: String
    ) throws(StudyError) -> [(number: Int, cells: [String: String])] {
        var records: [(line: Int, fields: [String])] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var line = 1
        var begin = 1
        let header = text.prefix { !$0.isNewline }
        let separator: Character = header.contains(";") && !header.contains(",") ? ";" : ","
        var rest = (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"", rest.first == "\"" {
                    field.append(character)
                    rest.removeFirst()
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    if character.isNewline { line += 1 }
                    field.append(character)
                }
            } else if character == "\"", field.isEmpty {
                isQuoted = true
            } else if character == separator {
                fields.append(field)
                field = ""
            } else if character.isNewline {
                records.append((begin, fields + [field]))
                fields = []
                field = ""
                line += 1
                begin = line
            } else {
                field.append(character)
            }
        }
        guard !isQuoted else { throw .unreadable(path: path) }
        if !field.isEmpty || !fields.isEmpty { records.append((begin, fields + [field])) }
        guard let names = records.first?.fields, Set(names).count == names.count else {
            throw .unreadable(path: path)
        }
        var rows: [(number: Int, cells: [String: String])] = []
        for record in records.dropFirst() where record.fields != [""] {
            guard record.fields.count == names.count else {
                throw .badCell(
                    path: path,
                    row: record.line,
                    column: names.first ?? "",
                    expected: "\(names.count)"
                )
            }
            rows.append(
                (
                    record.line,
                    Dictionary(uniqueKeysWithValues: zip(names, record.fields))
                )
            )
        }
        return rows
    }

    /// The mistake of a cell that is not what it must be.
    package func mistake(_ row: Int, _ column: String, _ expected: String) -> StudyError {
        .badCell(path: path, row: row, column: column, expected: expected)
    }

    /// One of the raw values of an enumeration; `nil` for an empty cell.
    package func choice<Choice: CaseIterable & RawRepresentable>(
        _ type: Choice.Type,
        _ row: (number: Int, cells: [String: String]),
        _ column: String
    ) throws(StudyError) -> Choice? where Choice.RawValue == String {
        let text = row.cells[column] ?? ""
        if text.isEmpty { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw mistake(
                row.number,
                column,
                type.allCases.map(\.rawValue).joined(separator: ", ")
            )
        }
        return choice
    }
}
