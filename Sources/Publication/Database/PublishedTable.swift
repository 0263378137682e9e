public import Domain

/// A protected table in the published database: what it is, without its cells.
public struct PublishedTable: Sendable {
    let number: Int
    /// The indicator, as `BJ-01`.
    public let indicator: String
    /// The period.
    public let period: Period
    /// What is counted.
    public let unit: UnitOfCount
    /// The version of the definition by which it was counted.
    public let definitionVersion: Int
    /// The profile by which it was protected.
    public let profile: String
    /// What must be said on its face.
    public let notice: LocalizedText
    /// What else is known of its figures.
    public let notes: [String: String]
    /// The dimensions.
    public let dimensions: [CellTable.Dimension]
    /// The measures.
    public let measures: [CellTable.Measure]

    let regionPlaces: [CellTable.Region: Int]

    /// The regions of which the table has cells, in no particular order.
    public var regions: some Collection<CellTable.Region> & Sendable { regionPlaces.keys }

    /// Whether the table has areas of a kind at all; a centre counts by centre and by no municipality.
    func isMade(for geography: Geography) -> Bool {
        regionPlaces.keys.contains { $0.geography == geography }
    }

    /// The key of a cell; a dimension that is not named stands at its total.
    ///
    /// `nil` where the table has no such place.
    func key(
        region: CellTable.Region,
        codes: [String: String],
        measure: String
    ) -> UInt64? {
        guard let regionPlace = regionPlaces[region],
            let measurePlace = measures.firstIndex(where: { $0.name == measure })
        else { return nil }
        var key = UInt64(regionPlace)
        for dimension in dimensions {
            guard let place = dimension.codes.firstIndex(of: codes[dimension.name] ?? "T") else {
                return nil
            }
            key = key * UInt64(dimension.codes.count) + UInt64(place)
        }
        return key * UInt64(measures.count) + UInt64(measurePlace)
    }
}
