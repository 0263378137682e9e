/// How long to search for a rounding: counted in work and never in time.
public struct CubeEffort: Sendable, Equatable {
    /// The number of sweeps over all leaves; `nil` to take it from the size of the table.
    private let sweeps: Int?
    private let work: Int

    /// For every day: about two seconds of work for 59 040 cells.
    public static let quick = CubeEffort(sweeps: nil, work: 15_000_000)
    /// For a release: about half a minute of work for 59 040 cells.
    public static let thorough = CubeEffort(sweeps: nil, work: 180_000_000)

    private init(sweeps: Int?, work: Int) {
        self.sweeps = sweeps
        self.work = work
    }

    /// A number of sweeps over all leaves.
    public init(sweeps: Int) {
        self.init(sweeps: sweeps, work: 0)
    }

    /// The number of sweeps over all leaves for a table of a size.
    func sweeps(cells: Int) -> Int {
        sweeps ?? max(80, min(20_000, work / max(1, cells)))
    }
}
