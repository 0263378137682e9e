/// Which cells are withheld.
public struct SuppressionResult: Sendable, Hashable {
    /// Whether each cell is withheld; one symbol for all of them, whatever the reason.
    public let isSuppressed: [Bool]
    /// The number of cells that a rule withholds.
    public let primary: Int
    /// The number of cells that are withheld to protect others.
    public let secondary: Int
    /// The sum of the true numbers that are withheld.
    public let informationLost: Int
    /// The withheld cells that could not be protected, in the order of the system: nothing else
    /// could vary with them.
    public let unprotected: [Int]

    /// What is printed of each cell.
    public func knowledge(_ values: [Int]) -> [CellKnowledge] {
        zip(isSuppressed, values).map { $0 ? .suppressed : .exact($1) }
    }
}
