/// How many rows to write for measuring speed, and in which files.
public struct BenchmarkPlan: Sendable {
    /// How the rows lie in files.
    public enum Shape: Sendable, Equatable {
        /// One file of one holder and one half-year, 2019H1.
        case oneFile
        /// As many files as half-years from 2015H1 times holders, all of the same size.
        case manyFiles(periods: Int, holders: Int)
    }

    /// The number of rows, exactly; there are a quarter as many children.
    public var rows: Int
    /// How they lie in files.
    public var shape: Shape
    /// The seed.
    public var seed: UInt64

    /// Creates a plan.
    public init(rows: Int, shape: Shape, seed: UInt64) {
        self.rows = rows
        self.shape = shape
        self.seed = seed
    }
}
