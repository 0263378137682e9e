extension Array {
    /// The elements of some arrays, one array after another, in one array.
    ///
    /// - Complexity: O(*n*), by copying whole arrays.
    public static func flattened(_ parts: [[Element]]) -> [Element] {
        if parts.count == 1 { return parts[0] }
        var all: [Element] = []
        all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { all.append(contentsOf: part) }
        return all
    }
}
