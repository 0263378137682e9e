import Definitions
import FoundationEssentials

/// A small CSV table of parameters, with errors that name file and line.
struct ParameterTable {
    let file: String
    let rows: [(line: Int, fields: [String: String])]

    init(_ file: String, in folder: URL) throws(DefinitionError) {
        self.file = file
        let text = try Self.text(of: file, in: folder)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let header = Self.fields(of: lines.first ?? "")
        var rows: [(line: Int, fields: [String: String])] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = Self.fields(of: line)
            guard fields.count == header.count else {
                throw DefinitionError(
                    file: file,
                    line: index + 1,
                    found: "\(fields.count) fields",
                    expected: "\(header.count), as in the header"
                )
            }
            rows.append(
                (index + 1, Dictionary(zip(header, fields)) { first, _ in first })
            )
        }
        self.rows = rows
    }

    /// The whole number in a field.
    func number(_ name: String, _ row: (line: Int, fields: [String: String]))
        throws(DefinitionError) -> Int
    {
        let text = row.fields[name] ?? ""
        guard let number = Int(text), number >= 0 else {
            throw DefinitionError(
                file: file,
                line: row.line,
                found: "`\(text)` in column \(name)",
                expected: "a whole number of at least 0"
            )
        }
        return number
    }

    /// The durations in the columns `d0` to `d100`.
    func durations(_ row: (line: Int, fields: [String: String]))
        throws(DefinitionError) -> DurationTable
    {
        var deciles: [Int] = []
        for tenth in 0...10 { deciles.append(try number("d\(tenth * 10)", row)) }
        guard zip(deciles, deciles.dropFirst()).allSatisfy(<=), deciles[0] > 0 else {
            throw DefinitionError(
                file: file,
                line: row.line,
                found: "deciles out of order",
                expected: "d0 of at least 1, then never a smaller one"
            )
        }
        return DurationTable(deciles: deciles)
    }

    /// The text of a file of the folder.
    static func text(of file: String, in folder: URL) throws(DefinitionError) -> String {
        let url = folder.appending(path: file)
        guard let data = try? Data(contentsOf: url),
            let text = String(data: data, encoding: .utf8)
        else {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "no readable file",
                expected: "a UTF-8 file in \(folder.path)"
            )
        }
        return text
    }

    private static func fields(of line: Substring) -> [String] {
        var fields: [String] = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
