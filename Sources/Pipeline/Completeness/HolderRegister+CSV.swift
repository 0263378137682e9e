public import Domain

/// A line of a register of holders that cannot be read.
public struct HolderRegisterError: Error, Equatable, Sendable {
    /// The file.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The column that is wrong; the number of columns when empty.
    public let column: String

    /// Creates an error.
    public init(path: String, line: Int, column: String) {
        self.path = path
        self.line = line
        self.column = column
    }
}

extension HolderRegister {
    /// The header of a register.
    public static let header = "source,holder,from,until,merged_into"

    /// Reads a register: a header and a line for each holder of a source.
    ///
    /// - Parameters:
    ///   - csv: the text; commas, no quotes, half-years as `2019H1`.
    ///   - path: the file, for messages.
    ///   - sources: the sources there are.
    /// - Throws: ``HolderRegisterError``.
    public init(csv: String, path: String, sources: Set<String>) throws(HolderRegisterError) {
        var lines = csv.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.first == HolderRegister.header else {
            throw HolderRegisterError(path: path, line: 1, column: HolderRegister.header)
        }
        var entries: [Entry] = []
        for (index, text) in lines.enumerated().dropFirst() {
            let fields = text.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            func wrong(_ column: String) -> HolderRegisterError {
                HolderRegisterError(path: path, line: index + 1, column: column)
            }
            guard fields.count == 5 else { throw wrong("") }
            guard sources.contains(fields[0]) else { throw wrong("source") }
            guard !fields[1].isEmpty else { throw wrong("holder") }
            guard let from = ReportingPeriod(fields[2]) else { throw wrong("from") }
            let until = fields[3].isEmpty ? nil : ReportingPeriod(fields[3])
            guard fields[3].isEmpty || (until.map { from <= $0 } ?? false) else {
                throw wrong("until")
            }
            // Who went up in another has an end, and not in itself.
            guard fields[4].isEmpty || (until != nil && fields[4] != fields[1]) else {
                throw wrong("merged_into")
            }
            let entry = Entry(
                source: fields[0],
                holder: fields[1],
                from: from,
                until: until,
                mergedInto: fields[4].isEmpty ? nil : fields[4]
            )
            let isDouble = entries.contains {
                $0.source == entry.source && $0.holder == entry.holder
                    && ($0.until ?? .latest) >= entry.from
                    && $0.from <= (entry.until ?? .latest)
            }
            guard !isDouble else { throw wrong("holder") }
            entries.append(entry)
        }
        self.init(entries)
    }
}

extension ReportingPeriod {
    /// A half-year behind every other.
    fileprivate static let latest = ReportingPeriod(ordinal: 19_999)
}
