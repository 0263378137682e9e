/// Rows of text under named columns, some cells missing.
///
/// A cell is missing when it is empty or holds `NA`.
public struct DataTable: Sendable, Equatable {
    /// The names of the columns, in the order of the file.
    public let columns: [String]

    /// How many rows stand under the header.
    public let count: Int

    private let cells: [String: [String?]]

    /// A table from its columns, which are of one length.
    public init(_ columns: [(name: String, cells: [String?])]) {
        self.columns = columns.map(\.name)
        count = columns.first?.cells.count ?? 0
        precondition(columns.allSatisfy { [count] in $0.cells.count == count })
        cells = Dictionary(columns.map { ($0.name, $0.cells) }, uniquingKeysWith: { $1 })
    }

    /// A table of numbers, in the order given.
    public init(numbers columns: KeyValuePairs<String, [Double?]>) {
        self.init(columns.map { name, values in (name, values.map { $0.map { "\($0)" } }) })
    }

    /// Whether there is a column of this name.
    public func has(_ column: String) -> Bool { cells[column] != nil }

    /// The table with columns under other names; `names` maps the new name to the old.
    ///
    /// - Throws: ``StatisticsError/missingColumn(name:found:)``.
    public func renamed(_ names: [String: String]) throws(StatisticsError) -> DataTable {
        for old in names.values.sorted() where !has(old) {
            throw .missingColumn(name: old, found: columns)
        }
        let turned = Dictionary(
            names.sorted { $0.key < $1.key }.map { ($0.value, $0.key) },
            uniquingKeysWith: { first, _ in first }
        )
        // A column that is in the way of a new name gives way: it was not the one meant.
        let kept = columns.filter { turned[$0] != nil || names[$0] == nil }
        return DataTable(kept.map { (turned[$0] ?? $0, cells[$0] ?? []) })
    }

    /// The cells of a column.
    ///
    /// - Throws: ``StatisticsError/missingColumn(name:found:)``.
    public func optionalTexts(_ column: String) throws(StatisticsError) -> [String?] {
        guard let found = cells[column] else {
            throw .missingColumn(name: column, found: columns)
        }
        return found
    }

    /// The cells of a column, none of them missing.
    ///
    /// - Throws: also ``StatisticsError/missingValue(row:column:)``.
    public func texts(_ column: String) throws(StatisticsError) -> [String] {
        var texts: [String] = []
        for (row, cell) in try optionalTexts(column).enumerated() {
            guard let cell else { throw .missingValue(row: row + 2, column: column) }
            texts.append(cell)
        }
        return texts
    }

    /// The numbers of a column, some perhaps missing.
    ///
    /// Decimals follow a point; no thousands separators, no `inf`.
    /// - Throws: also ``StatisticsError/notANumber(row:column:)``.
    public func optionalNumbers(_ column: String) throws(StatisticsError) -> [Double?] {
        var numbers: [Double?] = []
        for (row, cell) in try optionalTexts(column).enumerated() {
            guard let cell else {
                numbers.append(nil)
                continue
            }
            guard let number = DataTable.number(cell) else {
                throw .notANumber(row: row + 2, column: column)
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The numbers of a column, none missing.
    ///
    /// - Throws: also ``StatisticsError/missingValue(row:column:)``.
    public func numbers(_ column: String) throws(StatisticsError) -> [Double] {
        var numbers: [Double] = []
        for (row, number) in try optionalNumbers(column).enumerated() {
            guard let number else { throw .missingValue(row: row + 2, column: column) }
            numbers.append(number)
        }
        return numbers
    }

    /// The whole numbers of a column, at least `least`, none missing.
    ///
    /// - Throws: also ``StatisticsError/outOfRange(row:column:expected:)``.
    public func counts(
        _ column: String,
        atLeast least: Int = 0
    ) throws(StatisticsError) -> [Int] {
        var counts: [Int] = []
        for (row, number) in try numbers(column).enumerated() {
            guard let count = Int(exactly: number), count >= least else {
                throw .outOfRange(
                    row: row + 2,
                    column: column,
                    expected: "a whole number, \(least) or more"
                )
            }
            counts.append(count)
        }
        return counts
    }

    /// The rows at these places, counted from 0.
    public func rows(_ places: [Int]) -> DataTable {
        DataTable(columns.map { name in (name, places.map { cells[name]?[$0] ?? nil }) })
    }

    static func number(_ text: String) -> Double? {
        // `Double` also reads hexadecimal, `inf` and `nan`, which are no figures.
        let allowed = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte)
        }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
