/// *Onderwerp*: what the cells of an open table count.
public struct OpenMeasure: Sendable, Equatable {
    /// The name of the column, as `BegonnenTrajecten_1`.
    public let key: String
    /// The name of the column with its status, as `BegonnenTrajectenStatus_2`.
    public let statusKey: String
    /// The short name that does not change with the language, as `started`.
    public let code: String
    /// The name for people.
    public let title: String
    /// The name for people of the column with its status.
    public let statusTitle: String
    /// The unit in words.
    public let unit: String
    /// Digits behind the point.
    public let decimals: Int
    /// Whether it is a count, which is zero where its row is left out.
    public let isCount: Bool

    /// Creates a measure.
    public init(
        code: String,
        title: String,
        statusTitle: String,
        unit: String,
        decimals: Int,
        isCount: Bool,
        place: Int
    ) {
        let word = ColumnName.word(title)
        key = "\(word)_\(place * 2 + 1)"
        statusKey = "\(word)Status_\(place * 2 + 2)"
        self.code = code
        self.title = title
        self.statusTitle = statusTitle
        self.unit = unit
        self.decimals = decimals
        self.isCount = isCount
    }
}
