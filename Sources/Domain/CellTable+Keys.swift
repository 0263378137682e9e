extension CellTable {
    /// The number of values each place of a packed key can take: regions, dimensions, measures.
    public var radices: [Int] { [regions.count] + dimensions.map(\.codes.count) + [measures.count] }

    /// Packs places (region, each dimension, measure) into a key.
    public static func pack(_ places: [Int], radices: [Int]) -> UInt64 {
        zip(places, radices).reduce(0) { $0 * UInt64($1.1) + UInt64($1.0) }
    }

    /// Unpacks a key into its places.
    public func places(of key: UInt64) -> [Int] {
        layout.places(of: key)
    }

    /// The cell at an index, decoded.
    public subscript(index: Int) -> Cell {
        let places = places(of: keys[index])
        return Cell(
            region: regions[places[0]],
            codes: zip(dimensions, places.dropFirst()).map { $0.codes[$1] },
            measure: measures[places[places.count - 1]].name,
            value: values[index]
        )
    }

    /// The number of cells that are not zero.
    public var count: Int { keys.count }

    /// The value of a cell; 0 where it is absent, `nil` where the table has no such place.
    public func value(
        _ region: Region,
        _ codes: [String],
        _ measure: String
    ) -> Int64? {
        guard let regionPlace = regions.firstIndex(of: region),
            let measurePlace = measures.firstIndex(where: { $0.name == measure }),
            codes.count == dimensions.count
        else { return nil }
        var places = [regionPlace]
        for (dimension, code) in zip(dimensions, codes) {
            guard let place = dimension.codes.firstIndex(of: code) else { return nil }
            places.append(place)
        }
        let key = CellTable.pack(places + [measurePlace], radices: radices)
        guard let index = keys.binarySearch(key) else { return 0 }
        return values[index]
    }
}

extension [UInt64] {
    /// The index of a value in ascending values.
    ///
    /// - Complexity: O(log *n*).
    func binarySearch(_ value: UInt64) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value ? low : nil
    }
}
