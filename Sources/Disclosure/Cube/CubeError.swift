/// Why a system of tables cannot be made into a cube.
public enum CubeError: Error, Equatable, Sendable {
    /// The numbers have decimals; rounding to a base is for counts.
    case notCounts
    /// A sum that must be published as it stands, above leaves that are rounded.
    case frozenSum(cell: String)
    /// Tables without common leaves, of which no rounding was found that adds up in all of them.
    case doesNotAddUp(relation: String)
    /// A kept rounding that cannot be read.
    case malformedRounding(path: String, row: Int)
}
