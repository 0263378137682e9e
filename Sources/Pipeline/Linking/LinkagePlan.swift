/// What is compared to link two lists by resemblance, and what leads to candidates.
///
/// A JSON object: `fields`, each with `column` and `kind` (`name`, `day` or `code`), and `blocks`,
/// lists of columns that must be the same for two records to be compared at all. A column that
/// blocks is not compared: within a block it always agrees, and says nothing.
public struct LinkagePlan: Codable, Sendable, Equatable {
    /// How the values of a column are compared.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Names, by Jaro-Winkler.
        case name
        /// Days as `yyyymmdd` or `yyyy-mm-dd`.
        case day
        /// The same or not.
        case code
    }

    /// A column that is compared.
    public struct Field: Codable, Sendable, Equatable {
        /// The column, named alike in both lists.
        public let column: String
        /// How it is compared.
        public let kind: Kind

        /// Creates a field.
        public init(column: String, kind: Kind) {
            self.column = column
            self.kind = kind
        }
    }

    /// The columns that are compared.
    public let fields: [Field]
    /// The columns of each block.
    public let blocks: [[String]]

    /// Creates a plan.
    public init(fields: [Field], blocks: [[String]]) {
        self.fields = fields
        self.blocks = blocks
    }

    /// Every column that is read, once.
    var columns: [String] { Array(Set(fields.map(\.column) + blocks.joined())).sorted() }
}

/// Why lists cannot be linked by a plan.
public enum LinkageError: Error, Equatable, Sendable {
    /// The plan is no JSON object of this form; what was expected, and where.
    case malformedPlan(path: String, place: String)
    /// The plan compares nothing, or has no block.
    case emptyPlan(path: String)
    /// A value of a column of days is no day; its row, never the value.
    case notADay(path: String, column: String, row: Int)
}
