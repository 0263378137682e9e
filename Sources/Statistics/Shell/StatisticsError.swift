/// What keeps a method from running: how it was asked, or the data it was given.
///
/// Rows are counted as in the file: the header is row 1. No case carries a value of the data.
public enum StatisticsError: Error, Equatable, Sendable {
    // How it was asked.

    /// There is no method of this name.
    case unknownMethod(name: String, known: [String])
    /// The options are no JSON object.
    case optionsNotAnObject
    /// The method has no option of this name.
    case unknownOption(method: String, name: String, known: [String])
    /// An option's value is not what it may be.
    case badOption(name: String, expected: String)
    /// The method needs a second table that was not given.
    case missingTable(name: String)
    /// The method takes no second table of this name.
    case unknownTable(method: String, name: String, known: [String])

    // The data it was given.

    /// The text is no table with a header line.
    case notATable(row: Int, expected: String)
    /// A column that the method needs is not there.
    case missingColumn(name: String, found: [String])
    /// A cell holds no number where one is needed.
    case notANumber(row: Int, column: String)
    /// A cell is empty where a value is needed.
    case missingValue(row: Int, column: String)
    /// A value lies outside what the method takes.
    case outOfRange(row: Int, column: String, expected: String)
    /// There are too few rows, events or groups.
    case notEnough(what: String, found: Int, needed: Int)
    /// The data as a whole are not what the method takes.
    case unsuited(expected: String)

    /// Whether the question was wrong rather than the data.
    public var isUsage: Bool {
        switch self {
        case .unknownMethod, .optionsNotAnObject, .unknownOption, .badOption, .missingTable,
            .unknownTable:
            true
        default: false
        }
    }
}
