public import Domain
import Publication

/// *Open tabel*: a table as it is offered for reuse, in one language.
///
/// The form of every format: dimensions with their codes, measures with their units, and rows of
/// cells that each say why they have a number or none.
public struct OpenTable: Sendable {
    /// The words about a table.
    public struct Words: Sendable, Equatable {
        /// The title.
        public let title: String
        /// What it is in a few lines.
        public let summary: String
        /// Everything a user must know: definition, what it does not say, status, changes, next
        /// release.
        public let explanation: String
        /// Who counted it from what.
        public let source: String
        /// The stretch of periods in words.
        public let period: String
        /// How often it appears, in words.
        public let frequency: String

        /// Creates the words.
        public init(
            title: String,
            summary: String,
            explanation: String,
            source: String,
            period: String,
            frequency: String
        ) {
            self.title = title
            self.summary = summary
            self.explanation = explanation
            self.source = source
            self.period = period
            self.frequency = frequency
        }
    }

    /// The stable id, as `BJ-01-NED`.
    public let id: String
    /// What it is about, the same in both languages: an indicator or a published series.
    public let subject: String
    /// The language.
    public let language: Language
    /// The words.
    public let words: Words
    /// The version of the definition.
    public let version: Int
    /// The dimensions in the order of the columns, the periods last.
    public let dimensions: [OpenDimension]
    /// The measures.
    public let measures: [OpenMeasure]
    /// The rows.
    public let rows: OpenRows
    /// Whether rows that are zero throughout are left out, but for the totals.
    public let leavesOutZeros: Bool

    /// Creates a table.
    public init(
        subject: String,
        language: Language,
        words: Words,
        version: Int,
        dimensions: [OpenDimension],
        measures: [OpenMeasure],
        rows: OpenRows,
        leavesOutZeros: Bool
    ) {
        id = OpenDataName.table(subject, language)
        self.subject = subject
        self.language = language
        self.words = words
        self.version = version
        self.dimensions = dimensions
        self.measures = measures
        self.rows = rows
        self.leavesOutZeros = leavesOutZeros
    }

    /// The least final status of its periods.
    public var vintage: VintageStatus {
        let statuses = dimensions.flatMap(\.codes).compactMap(\.vintage)
        if statuses.contains(.provisional) { return .provisional }
        return statuses.contains(.revisedProvisional) ? .revisedProvisional : .final
    }
}
