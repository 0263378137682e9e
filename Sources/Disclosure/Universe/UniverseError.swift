/// Why a table does not fit in a universe, so that it cannot be protected and is not released.
public enum UniverseError: Error, Equatable, Sendable {
    /// A table without any measure that counts.
    case noCounts(indicator: String)
    /// A table of some of the units that other tables count, under a condition of its own.
    case limited(indicator: String)
    /// Two dimensions that are not additive.
    case twoOverlapping(indicator: String, dimensions: [String])
    /// A cell that is not what its parts add up to by the definition.
    case notAdditive(indicator: String, cell: String)
    /// The whole country is not the sum of the areas that the table has.
    case areas(indicator: String, geography: String)
    /// Two tables that should count the same units differ in a cell that both have.
    case otherUnits(indicator: String, other: String, cell: String)
    /// Overlaps with other tables of which neither holds the other.
    case crossingOverlaps(indicator: String, one: [String], other: [String])
    /// Sums that were printed before leave no rounding of the cells below.
    case noRounding(indicator: String)
}

extension UniverseError: CustomStringConvertible {
    /// The error in one line: which table, what does not fit, and what to do.
    public var description: String {
        switch self {
        case .noCounts(let indicator):
            "\(indicator): has no measure that counts, so nothing can be protected. "
                + "Give the definition a count to which its other figures belong."
        case .limited(let indicator):
            "\(indicator): counts some of the units of other tables under a condition of its own, "
                + "so that the same number would be rounded twice. It is published when its "
                + "condition is a dimension of those tables."
        case .twoOverlapping(let indicator, let dimensions):
            "\(indicator): the dimensions \(dimensions.joined(separator: ", ")) both count a unit "
                + "more than once. Break down by one of them."
        case .notAdditive(let indicator, let cell):
            "\(indicator): \(cell) is not the sum of its parts. Parts of a count must exclude each "
                + "other; declare such a measure in an indicator of its own."
        case .areas(let indicator, let geography):
            "\(indicator): the regions of \(geography) are no sums of the areas of the table. "
                + "Publish the geographies as indicators of their own."
        case .otherUnits(let indicator, let other, let cell):
            "\(indicator): counts other units than \(other) in \(cell), which both have. "
                + "Give it a population of its own."
        case .crossingOverlaps(let indicator, let one, let other):
            "\(indicator): shares \(one.joined(separator: " × ")) with one table and "
                + "\(other.joined(separator: " × ")) with another. "
                + "Break one of them down by all of these."
        case .noRounding(let indicator):
            "\(indicator): sums that are printed in other tables leave no rounding. "
                + "Publish it in a release of its own."
        }
    }
}
