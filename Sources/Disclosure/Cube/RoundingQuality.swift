/// How far printed numbers are from the true ones.
public struct RoundingQuality: Sendable, Equatable {
    /// The largest error of any cell.
    public let largest: Int
    /// The largest error among cells of larger areas.
    public let largestProminent: Int
    /// The sum of all errors, without sign.
    public let total: Int
    /// The number of cells.
    public let cells: Int

    /// The mean error, without sign.
    public var mean: Double { cells == 0 ? 0 : Double(total) / Double(cells) }

    init(_ problem: RoundingProblem, printed: [Int], count: Int) {
        var largest = 0
        var prominent = 0
        var total = 0
        for cell in 0..<count {
            var error = 0
            for leaf in problem.leaves(of: cell) {
                error += printed[Int(leaf)] - problem.values[Int(leaf)]
            }
            largest = max(largest, abs(error))
            if problem.classOfCell[cell] == 2 { prominent = max(prominent, abs(error)) }
            total += abs(error)
        }
        self.largest = largest
        largestProminent = prominent
        self.total = total
        cells = count
    }
}
