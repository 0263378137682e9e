/// The protected cube of a universe.
public struct CubeResult: Sendable {
    /// What is printed of each cell: a rounded leaf, or the sum of rounded leaves.
    public let knowledge: [CellKnowledge]
    /// The printed number of each cell.
    public let printed: [Int]
    /// How far they are from the true ones.
    public let quality: RoundingQuality
    /// The rounding to keep for the next vintage.
    public let rounding: KeptRounding
    /// How many leaves there are.
    public let leafCount: Int
    /// How many leaves kept their rounding from the vintage before.
    public let keptCount: Int

    init(
        _ tables: LinkedTables,
        _ problem: RoundingProblem,
        _ leaves: [Int],
        base: Int,
        marks: [Int: String],
        kept: Int
    ) {
        printed = tables.cells.indices.map { cell in
            problem.leaves(of: cell).reduce(0) { $0 + leaves[Int($1)] }
        }
        var isLeaf = [Bool](repeating: false, count: tables.cells.count)
        for cell in problem.leafCells { isLeaf[Int(cell)] = true }
        knowledge = tables.cells.indices.map { [printed] cell in
            if tables.cells[cell].isFrozen { return .exact(printed[cell]) }
            return isLeaf[cell]
                ? .rounded(printed[cell], base: base, mode: .adjacent) : .derived(printed[cell])
        }
        quality = RoundingQuality(problem, printed: leaves, count: tables.printedCount)
        var roundings: [String: Int] = [:]
        for (leaf, cell) in problem.leafCells.enumerated() {
            if let mark = marks[Int(cell)] { roundings[mark] = leaves[leaf] }
        }
        rounding = KeptRounding(printed: roundings)
        leafCount = problem.leafCells.count
        keptCount = kept
    }
}
