/// What a method is given: its table, second tables, and its options with their defaults.
public struct MethodInput: Sendable {
    /// The data, with its columns under the method's names.
    public let table: DataTable

    /// The second tables that were given.
    public let tables: [String: DataTable]

    private let given: [String: JSONValue]
    private let method: StatMethod

    init(
        _ method: StatMethod,
        table: DataTable,
        options: JSONValue,
        tables: [String: DataTable]
    ) throws(StatisticsError) {
        guard let given = options.asObject else { throw .optionsNotAnObject }
        let known = method.options.map(\.name) + ["columns"]
        for name in given.keys.sorted() where !known.contains(name) {
            throw .unknownOption(method: method.name, name: name, known: known)
        }
        for name in tables.keys.sorted() where !method.tables.contains(where: { $0.name == name }) {
            throw .unknownTable(method: method.name, name: name, known: method.tables.map(\.name))
        }
        for needed in method.tables where needed.isRequired && tables[needed.name] == nil {
            throw .missingTable(name: needed.name)
        }
        self.method = method
        self.given = given
        self.tables = tables
        self.table = try table.renamed(MethodInput.names(given["columns"]))
        for column in method.columns where column.isRequired && !self.table.has(column.name) {
            throw .missingColumn(name: column.name, found: table.columns)
        }
    }

    private static func names(_ value: JSONValue?) throws(StatisticsError) -> [String: String] {
        guard let value else { return [:] }
        var names: [String: String] = [:]
        for (new, old) in value.asObject ?? ["": .null] {
            guard let old = old.asText else {
                throw .badOption(
                    name: "columns",
                    expected: "an object with the name of the method before that of the file"
                )
            }
            names[new] = old
        }
        return names
    }

    /// The value of an option, or its default.
    public func option(_ name: String) -> JSONValue {
        precondition(method.options.contains { $0.name == name })
        return given[name] ?? method.options.first { $0.name == name }?.standard ?? .null
    }

    /// An option that is a number within bounds.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func number(
        _ name: String,
        in bounds: ClosedRange<Double> = -Double
            .greatestFiniteMagnitude...Double
            .greatestFiniteMagnitude,
        expected: String = "a number"
    ) throws(StatisticsError) -> Double {
        guard let number = option(name).asNumber, bounds.contains(number) else {
            throw .badOption(name: name, expected: expected)
        }
        return number
    }

    /// An option that is a number or `null`.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func optionalNumber(_ name: String) throws(StatisticsError) -> Double? {
        option(name) == .null ? nil : try number(name)
    }

    /// An option that is a whole number, at least `least`.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func count(_ name: String, atLeast least: Int = 0) throws(StatisticsError) -> Int {
        guard let number = option(name).asNumber, let count = Int(exactly: number), count >= least
        else { throw .badOption(name: name, expected: "a whole number, \(least) or more") }
        return count
    }

    /// An option that is yes or no.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func flag(_ name: String) throws(StatisticsError) -> Bool {
        guard case .bool(let value) = option(name) else {
            throw .badOption(name: name, expected: "true or false")
        }
        return value
    }

    /// An option that is a text, one of its choices when it has any.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func text(_ name: String) throws(StatisticsError) -> String {
        let choices = method.options.first { $0.name == name }?.choices ?? []
        guard let text = option(name).asText, choices.isEmpty || choices.contains(text) else {
            throw .badOption(
                name: name,
                expected: choices.isEmpty ? "a text" : "one of " + choices.joined(separator: ", ")
            )
        }
        return text
    }

    /// An option that is one of the cases of a type whose raw values are its choices.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func choice<Choice: RawRepresentable<String>>(
        _ name: String,
        as type: Choice.Type = Choice.self
    ) throws(StatisticsError) -> Choice {
        guard let choice = Choice(rawValue: try text(name)) else {
            throw .badOption(name: name, expected: "another text")
        }
        return choice
    }

    /// An option that is a list of numbers.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func numbers(_ name: String) throws(StatisticsError) -> [Double] {
        let values = option(name).asArray
        guard let values, values.allSatisfy({ $0.asNumber != nil }) else {
            throw .badOption(name: name, expected: "a list of numbers")
        }
        return values.compactMap(\.asNumber)
    }

    /// The option `level`: the confidence of intervals.
    ///
    /// - Throws: ``StatisticsError/badOption(name:expected:)``.
    public func level() throws(StatisticsError) -> Double {
        let level = option("level").asNumber ?? 0
        guard level > 0, level < 1 else {
            throw .badOption(name: "level", expected: "a number above 0 and below 1")
        }
        return level
    }

    /// The rows that are complete in these columns, and a warning when some were left out.
    ///
    /// Columns that are not there are passed over.
    /// - Throws: what reading the columns throws.
    public func complete(
        _ columns: [String]
    ) throws(StatisticsError) -> (table: DataTable, warnings: [String]) {
        var isComplete = Array(repeating: true, count: table.count)
        for column in columns where table.has(column) {
            for (row, cell) in try table.optionalTexts(column).enumerated() where cell == nil {
                isComplete[row] = false
            }
        }
        let kept = isComplete.indices.filter { isComplete[$0] }
        let left = table.count - kept.count
        if left == 0 { return (table, []) }
        return (
            table.rows(kept),
            ["\(left) of \(table.count) rows were left out because a value is missing."]
        )
    }
}
