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
    /// A table of reports that are held in part by those of other tables, by their dates.
    case partlyHeld(indicator: String)
    /// Sums that were printed before leave no rounding of the cells below.
    case noRounding(indicator: String)
}
