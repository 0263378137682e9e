public import Columns
public import Definitions
import Domain

extension PostcodeTable {
    /// Reads a table as given by the user.
    ///
    /// CSV with the header `postcode,gm_code`, or `postcode,gm_code,from,until` with half-years; an
    /// empty half-year is no limit. A municipality may be a code of any year.
    ///
    /// - Throws: ``PostcodeTableError`` with the first bad line.
    public static func read(
        csv text: String,
        path: String,
        definitions: DefinitionSet
    ) throws(PostcodeTableError) -> PostcodeTable {
        var rows = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
        if rows.last?.isEmpty == true { rows.removeLast() }
        let headers = ["postcode,gm_code", "postcode,gm_code,from,until"]
        let first = rows.first.map { String(Substring($0)) }
        guard let header = headers.first(where: { $0 == first }) else {
            throw PostcodeTableError(path: path, line: 1)
        }
        let width = header == headers[0] ? 2 : 4
        let known = Set(definitions.regions.knownCodes)
        var lines: [Line] = []
        lines.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated().dropFirst() {
            let fields = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
            var period: [ReportingPeriod?] = [nil, nil]
            for (place, field) in fields.dropFirst(2).prefix(2).enumerated() where !field.isEmpty {
                guard let read = ReportingPeriod(field) else {
                    throw PostcodeTableError(path: path, line: index + 1)
                }
                period[place] = read
            }
            guard fields.count == width, known.contains(fields[1]),
                let municipality = Int(fields[1].dropFirst(2)),
                let line = Line(
                    postcode: fields[0],
                    municipality: municipality,
                    from: period[0],
                    until: period[1]
                )
            else { throw PostcodeTableError(path: path, line: index + 1) }
            lines.append(line)
        }
        switch make(lines) {
        case .success(let table): return table
        case .failure(let overlap): throw PostcodeTableError(path: path, line: overlap.line + 2)
        }
    }
}

/// A line of a table of postcodes that cannot be used.
public struct PostcodeTableError: Error, Equatable, Sendable {
    /// The file.
    public let path: String
    /// The line, the header being 1.
    public let line: Int

    /// Creates it for a line of a file.
    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}
