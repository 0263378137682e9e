public import Domain

/// A table that may leave the house.
///
/// Only ``DisclosureStage`` and ``UniverseStage`` make one. It has no public initialiser and is not `Decodable`, which
/// would be a back door.
public struct ProtectedTable: Sendable, Equatable {
    /// What is shown of a cell.
    public enum Value: Sendable, Equatable {
        /// A number that may be shown, times ten to the measure's decimals.
        case shown(Int64)
        /// Withheld because the true count is small; not zero.
        case suppressed
    }

    /// The indicator, as `BJ-01`.
    public let indicator: String
    /// The period.
    public let period: Period
    /// What is counted.
    public let unit: UnitOfCount
    /// The dimensions.
    public let dimensions: [CellTable.Dimension]
    /// The measures.
    public let measures: [CellTable.Measure]
    /// The regions.
    public let regions: [CellTable.Region]
    /// The packed keys of the cells, ascending; a cell that is absent is zero.
    public let keys: [UInt64]
    /// What is shown, one to a key.
    public let values: [Value]
    /// What else is known of the figures.
    public let notes: [String: String]
    /// The profile by which the table was protected.
    public let profile: String
    /// What must be said on the face of the table.
    public let notice: LocalizedText

    /// The notes that are facts about deliveries; any other may count children and stays inside.
    static let openNotes: Set<String> = [
        "boundaries", "caution", "completeness_percent", "definition_version", "deliveries",
        "expected_holders", "holders", "look_back_from", "status",
    ]

    init(
        of table: CellTable,
        measures: [CellTable.Measure]? = nil,
        cells: [(key: UInt64, value: Value)],
        profile: String,
        notice: LocalizedText
    ) {
        indicator = table.indicator
        period = table.period
        unit = table.unit
        dimensions = table.dimensions
        self.measures = measures ?? table.measures
        regions = table.regions
        keys = cells.map(\.key)
        values = cells.map(\.value)
        notes = table.notes.filter { ProtectedTable.openNotes.contains($0.key) }
        self.profile = profile
        self.notice = notice
    }
}
