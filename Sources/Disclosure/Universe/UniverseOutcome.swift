/// What came of protecting the tables of a period.
public struct UniverseOutcome: Sendable {
    /// How far the printed numbers of a table are from the true ones.
    public struct Quality: Sendable, Equatable, Encodable {
        /// The indicator.
        public let indicator: String
        /// The period.
        public let period: String
        /// Cells that are not zero, printed or true.
        public let cells: Int
        /// The largest error in a single area.
        public let largestInAreas: Int
        /// The largest error in a region of several areas.
        public let largestInRegions: Int
        /// The mean error over these cells.
        public let meanError: Double
    }

    /// A cell that breaks a condition of safety.
    public struct Finding: Sendable, Equatable, Encodable {
        /// The table.
        public let indicator: String
        /// The period.
        public let period: String
        /// The cell as people read it.
        public let cell: String
        /// The condition: `multiple`, `same-number`, `contained` or `balance`.
        public let condition: String
    }

    /// The tables that may be shown.
    public internal(set) var tables: [ProtectedTable] = []
    /// Tables that do not fit in a universe and are not released, and why.
    public internal(set) var refused: [(indicator: String, error: UniverseError)] = []
    /// What must be kept for the next vintage.
    public internal(set) var kept = KeptCube()
    /// How good the figures are.
    public internal(set) var quality: [Quality] = []
    /// What an attacker would find; a release with any is refused.
    public internal(set) var findings: [Finding] = []
    /// The levels at which tables agree, as `quantity|names`.
    public internal(set) var levels: [String] = []
    /// Leaves that are not zero.
    public internal(set) var leafCount = 0
    /// Of these, the ones that kept what they were printed as.
    public internal(set) var keptCount = 0

    /// Creates an outcome without tables.
    public init() {}

    /// Takes another outcome in.
    public mutating func merge(_ other: UniverseOutcome) {
        tables += other.tables
        refused += other.refused.filter { one in
            !refused.contains { $0.indicator == one.indicator && $0.error == one.error }
        }
        kept.merge(other.kept)
        quality += other.quality
        findings += other.findings
        levels = Set(levels).union(other.levels).sorted()
        leafCount += other.leafCount
        keptCount += other.keptCount
    }
}
