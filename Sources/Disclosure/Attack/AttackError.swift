/// Why a system of cells cannot be attacked: its figures cannot all be true.
///
/// A relation or cell is given by its number; ``Attacker`` gives the names.
public enum AttackError: Error, Sendable, Hashable {
    /// The parts of a sum are together more than its total can be.
    ///
    /// Either a figure is wrong, or a unit can stand in several parts and they do not add up.
    case partsExceedTotal(relation: String, partsAtLeast: Int, totalAtMost: Int)

    /// The two sides of a relation cannot meet.
    case contradiction(relation: String)

    /// A printed sum is not the sum of its printed parts.
    case wrongSum(relation: String, printed: Int, parts: Int)

    /// A count is printed as less than zero.
    case negative(cell: String)

    /// What is printed about a cell leaves no number.
    case empty(cell: String)
}
