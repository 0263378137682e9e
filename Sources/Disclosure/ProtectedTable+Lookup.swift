public import Domain

extension ProtectedTable {
    /// The layout of the table's keys.
    public var layout: CellLayout {
        CellLayout(regions: regions, dimensions: dimensions, measures: measures)
    }

    /// What is shown of a cell; zero where it is absent, `nil` where the table has no such place.
    ///
    /// - Complexity: O(log *n*) in the number of cells, and linear in regions and codes.
    public func value(
        _ region: CellTable.Region,
        _ codes: [String],
        _ measure: String
    ) -> Value? {
        guard let key = layout.key(region: region, codes: codes, measure: measure) else {
            return nil
        }
        return CellLayout.index(of: key, in: keys).map { values[$0] } ?? .shown(0)
    }

    /// The number of cells that are withheld.
    public var suppressedCount: Int {
        values.count { $0 == .suppressed }
    }
}
