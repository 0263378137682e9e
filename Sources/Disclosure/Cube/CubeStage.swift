/// Rounds the leaves of a universe once, so that everything printed is a sum of them.
public struct CubeStage: Sendable {
    private let base: Int
    private let limits: CubeLimits
    private let key: CubeKey
    private let effort: CubeEffort

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - base: the rounding base.
    ///   - limits: how close sums should stay.
    ///   - key: the secret that decides ties.
    ///   - effort: how long to search, in sweeps.
    public init(base: Int, limits: CubeLimits, key: CubeKey, effort: CubeEffort) {
        self.base = base
        self.limits = limits
        self.key = key
        self.effort = effort
    }

    /// Rounds a system of tables.
    ///
    /// - Parameters:
    ///   - tables: tables read for protection.
    ///   - earlier: the rounding of the vintage before; leaves that have not changed keep theirs.
    /// - Returns: what is printed of each cell, and the rounding to keep.
    /// - Throws: ``CubeError``.
    public func run(
        _ tables: LinkedTables,
        earlier: KeptRounding? = nil
    ) throws(CubeError) -> CubeResult {
        guard tables.decimals == 0 else { throw .notCounts }
        var kept: [Int: Int] = [:]
        var marks: [Int: String] = [:]
        let sums = Set((0..<tables.relations.count).compactMap { tables.relations[$0].first })
        for cell in tables.cells.indices where !sums.contains(Int32(cell)) {
            let mark = key.mark(tables.name(of: cell), tables.cells[cell].exact ?? 0)
            marks[cell] = mark
            if let printed = earlier?.printed[mark] { kept[cell] = printed }
        }
        if let frozen = tables.cells.indices.first(where: {
            tables.cells[$0].isFrozen && sums.contains(Int32($0))
        }) {
            throw .frozenSum(cell: tables.name(of: frozen))
        }
        let problem = RoundingProblem(tables, base: base, limits: limits, kept: kept)
        var search = RoundingSearch(problem, key: key)
        let printed = search.run(sweeps: effort.sweeps(cells: tables.cells.count))
        for tie in problem.ties {
            let gap = tie.terms.reduce(0) { $0 + $1.sign * printed[Int($1.leaf)] }
            guard gap == 0 else {
                throw .doesNotAddUp(relation: tables.name(ofRelation: tie.relation))
            }
        }
        return CubeResult(tables, problem, printed, base: base, marks: marks, kept: kept.count)
    }
}
