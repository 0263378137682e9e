/// A statistical method as the command line offers it: a name, what it takes, and its work.
///
/// The work itself is a function of this target that knows no tables; a method reads the columns,
/// calls it and names the numbers. All of them stand in ``all``.
public struct StatMethod: Sendable {
    /// A column that a method reads.
    public struct Column: Sendable, Equatable {
        /// The name in the header line.
        public let name: String
        /// What it holds, with its unit.
        public let meaning: String
        /// Whether the method cannot do without.
        public let isRequired: Bool

        /// Describes a column.
        public init(_ name: String, _ meaning: String, isRequired: Bool = true) {
            self.name = name
            self.meaning = meaning
            self.isRequired = isRequired
        }
    }

    /// A choice that a method leaves to its user.
    public struct Option: Sendable, Equatable {
        /// The name in the options file.
        public let name: String
        /// What holds when it is not given.
        public let standard: JSONValue
        /// What it does.
        public let meaning: String
        /// The texts it may be, when it is one of a few.
        public let choices: [String]

        /// An option that is a number, a yes or no, a list or a free text.
        public init(_ name: String, _ standard: JSONValue, _ meaning: String) {
            self.name = name
            self.standard = standard
            self.meaning = meaning
            choices = []
        }

        /// An option that is one of a few texts, the first unless said otherwise.
        public init(_ name: String, oneOf choices: [String], _ meaning: String) {
            self.name = name
            standard = choices.first.map { .string($0) } ?? .null
            self.meaning = meaning
            self.choices = choices
        }

        /// The level of an interval, 0.95 unless said otherwise.
        public static let level = Option("level", .number(0.95), "confidence of the intervals")
    }

    /// The name on the command line.
    public let name: String

    /// What it does, in one line.
    public let summary: String

    /// The paper or book, and the program its numbers are held against.
    public let reference: String

    /// The columns it reads.
    public let columns: [Column]

    /// What further columns mean, when the method reads all that are there.
    public let otherColumns: String?

    /// Second tables, by name; a column stands for a table here.
    public let tables: [Column]

    /// The choices it leaves open.
    public let options: [Option]

    let work: @Sendable (MethodInput) throws(StatisticsError) -> MethodResult

    /// Describes a method.
    public init(
        _ name: String,
        _ summary: String,
        reference: String,
        columns: [Column],
        otherColumns: String? = nil,
        tables: [Column] = [],
        options: [Option] = [],
        work: @escaping @Sendable (MethodInput) throws(StatisticsError) -> MethodResult
    ) {
        self.name = name
        self.summary = summary
        self.reference = reference
        self.columns = columns
        self.otherColumns = otherColumns
        self.tables = tables
        self.options = options
        self.work = work
    }

    /// The method of a name.
    ///
    /// - Throws: ``StatisticsError/unknownMethod(name:known:)``.
    public static func named(_ name: String) throws(StatisticsError) -> StatMethod {
        guard let method = all.first(where: { $0.name == name }) else {
            throw .unknownMethod(name: name, known: all.map(\.name).sorted())
        }
        return method
    }

    /// Does the work on a table.
    ///
    /// - Parameters:
    ///   - table: the data.
    ///   - options: a JSON object with choices of ``options`` and `columns`, an object that says
    ///     which column of the table stands for which of ``columns``.
    ///   - tables: second tables, by the names of ``tables``.
    /// - Returns: the numbers, the conventions they follow, and warnings.
    /// - Throws: what is wrong with the question or with the data.
    public func run(
        _ table: DataTable,
        options: JSONValue = .object([:]),
        tables: [String: DataTable] = [:]
    ) throws(StatisticsError) -> MethodResult {
        let input = try MethodInput(self, table: table, options: options, tables: tables)
        var result = try work(input)
        result.method = name
        return result
    }
}
