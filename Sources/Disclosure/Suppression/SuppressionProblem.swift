/// Cells with their true numbers, of which some must be withheld.
///
/// All arrays are in the order of the cells of the system.
public struct SuppressionProblem: Sendable {
    /// The cells and their relations; what it says to be printed is not used.
    public let system: CellSystem
    /// The true number of each cell.
    public let values: [Int]
    /// What it costs to withhold each cell; above zero.
    public var weights: [Double]
    /// Whether a cell must be printed as it stands.
    public var isFrozen: [Bool]
    /// The largest contributions to each cell, largest first; empty for counts of people.
    public var contributors: [[Int]]
    /// The number of holders behind each cell, where known.
    public var holders: [Int?]
    /// The relations along dimensions whose categories can harm.
    public var sensitiveRelations: [Int]

    /// Creates a problem in which a cell costs its number and one more, and none is frozen.
    public init(_ system: CellSystem, values: [Int]) {
        precondition(values.count == system.cellCount, "a number for every cell")
        self.system = system
        self.values = values
        weights = values.map { Double($0 + 1) }
        isFrozen = Array(repeating: false, count: values.count)
        contributors = Array(repeating: [], count: values.count)
        holders = Array(repeating: nil, count: values.count)
        sensitiveRelations = []
    }
}
