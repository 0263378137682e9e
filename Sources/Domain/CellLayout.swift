/// How the places of a table (region, each dimension, measure) are packed into one key.
///
/// Shared by every table of the same form, before and behind the wall, so that a key means the
/// same cell on both sides.
public struct CellLayout: Sendable, Equatable {
    /// The regions, most significant in the key.
    public let regions: [CellTable.Region]
    /// The dimensions in the order of the columns.
    public let dimensions: [CellTable.Dimension]
    /// The measures, least significant in the key.
    public let measures: [CellTable.Measure]

    /// Creates a layout.
    public init(
        regions: [CellTable.Region],
        dimensions: [CellTable.Dimension],
        measures: [CellTable.Measure]
    ) {
        self.regions = regions
        self.dimensions = dimensions
        self.measures = measures
    }

    /// The number of values each place of a key can take: regions, dimensions, measures.
    public var radices: [Int] {
        [regions.count] + dimensions.map(\.codes.count) + [measures.count]
    }

    /// The key of a cell, or `nil` where the table has no such place.
    public func key(
        region: CellTable.Region,
        codes: [String],
        measure: String
    ) -> UInt64? {
        guard let regionPlace = regions.firstIndex(of: region),
            let measurePlace = measures.firstIndex(where: { $0.name == measure }),
            codes.count == dimensions.count
        else { return nil }
        var places = [regionPlace]
        for (dimension, code) in zip(dimensions, codes) {
            guard let place = dimension.codes.firstIndex(of: code) else { return nil }
            places.append(place)
        }
        return CellTable.pack(places + [measurePlace], radices: radices)
    }

    /// Finds a key among ascending keys.
    ///
    /// - Complexity: O(log *n*).
    public static func index(of key: UInt64, in keys: [UInt64]) -> Int? {
        keys.binarySearch(key)
    }
}

extension CellTable {
    /// The layout of the table's keys.
    public var layout: CellLayout {
        CellLayout(regions: regions, dimensions: dimensions, measures: measures)
    }
}
