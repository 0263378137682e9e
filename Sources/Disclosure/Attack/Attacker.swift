internal import LinearPrograms

/// Works out what an outsider can know of every cell that is not printed as it is.
///
/// First bounds are tightened over all relations to a fixed point; what is left falls apart into
/// parts; in each part linear programs give the least and the greatest value of every cell for
/// which a finding is not yet ruled out. One solution is taken in for all cells at once, so that
/// most cells are cleared without a program of their own (the filtering of Gleixner and others,
/// "Three enhancements for optimization-based bound tightening", J. Global Optimization 67 (2017)
/// 731–757). Intervals of counts are rounded inwards; in small parts they are exact for whole
/// numbers.
public struct Attacker: Sendable {
    private let system: CellSystem
    private let settings: AttackSettings

    /// Creates an attacker of a system.
    public init(_ system: CellSystem, settings: AttackSettings = AttackSettings()) {
        self.system = system
        self.settings = settings
    }

    /// Attacks.
    ///
    /// - Returns: What was found.
    /// - Throws: ``AttackError`` where the printed figures cannot all be true.
    public func run() throws(AttackError) -> AttackReport {
        try run(knowing: [:])
    }

    /// Attacks as somebody who knows the true number of some cells: who alone stands in one.
    ///
    /// - Parameter own: The true number of each cell that the attacker knows; no findings are
    ///   reported on these.
    /// - Returns: What was found on the other cells.
    /// - Throws: ``AttackError`` where the printed figures cannot all be true.
    public func run(knowing own: [Int: Int]) throws(AttackError) -> AttackReport {
        var bounds = try CellBounds(system, settings)
        try DerivedSums(system).check()
        for (cell, value) in own.sorted(by: { $0.key < $1.key }) {
            guard bounds.low[cell] <= value, value <= bounds.high[cell] else {
                throw .empty(cell: system.labels.name(ofCell: cell))
            }
            bounds.low[cell] = value
            bounds.high[cell] = value
        }
        let propagation = BoundPropagation(system)
        try propagation.run(&bounds)
        var verdicts = Verdicts(system, settings, bounds)
        var search = PartSearch(propagation: propagation, effort: settings.effort)
        for part in CellComponents(system, bounds).parts {
            try search.run(part, &verdicts)
        }
        return report(verdicts, own)
    }

    private func report(_ verdicts: Verdicts, _ own: [Int: Int]) -> AttackReport {
        let bounds = verdicts.outer
        var findings: [AttackReport.Finding] = []
        var undecided: [Int] = []
        for cell in 0..<system.cellCount where verdicts.isTarget[cell] && own[cell] == nil {
            let (low, high) = (bounds.low[cell], bounds.high[cell])
            if let kind = verdicts.kind(cell, low: low, high: high) {
                findings.append(.init(cell: cell, kind: kind, low: low, high: high))
            }
            // A cell in no relation has its printed interval, which nothing can narrow.
            if isOpen(cell, verdicts) { undecided.append(cell) }
        }
        return AttackReport(
            cells: system.cellCount,
            targets: verdicts.isTarget.count { $0 },
            findings: findings,
            undecided: undecided,
            low: bounds.low.map { $0 == -CellBounds.unbounded ? nil : $0 },
            high: bounds.high.map { $0 == CellBounds.unbounded ? nil : $0 }
        )
    }

    /// Whether a cell that stands in a relation was left undecided.
    private func isOpen(_ cell: Int, _ verdicts: Verdicts) -> Bool {
        guard !verdicts.outer.isKnown(cell), verdicts.isBound[cell] else { return false }
        return verdicts.needsLow(cell) || verdicts.needsHigh(cell)
    }
}
