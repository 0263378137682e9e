/// Finds a cell by its key: a plain list where the keys are dense, a dictionary where not.
struct CellIndex: Sendable {
    private static let densest: UInt64 = 1 << 24

    private var dense: [Int32]
    private var sparse: [UInt64: Int32]

    init(space: UInt64) {
        dense = space <= CellIndex.densest ? Array(repeating: -1, count: Int(space)) : []
        sparse = [:]
    }

    /// The cell with a key, or `nil`.
    subscript(key: UInt64) -> Int? {
        if !dense.isEmpty {
            let cell = dense[Int(key)]
            return cell < 0 ? nil : Int(cell)
        }
        return sparse[key].map { Int($0) }
    }

    mutating func insert(_ key: UInt64, _ cell: Int) {
        if dense.isEmpty { sparse[key] = Int32(cell) } else { dense[Int(key)] = Int32(cell) }
    }
}
