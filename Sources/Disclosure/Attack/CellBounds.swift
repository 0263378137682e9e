/// For every cell the least and the greatest number it can have, as far as is known.
struct CellBounds: Sendable {
    /// Stands for no bound; far beyond any figure, and safe to add a million times.
    static let unbounded = 1 << 42

    /// The least number of each cell.
    var low: [Int]
    /// The greatest number of each cell.
    var high: [Int]

    /// What the printed figures say by themselves, with the rules that the attacker knows.
    init(_ system: CellSystem, _ settings: AttackSettings) throws(AttackError) {
        low = Array(repeating: -Self.unbounded, count: system.cellCount)
        high = Array(repeating: Self.unbounded, count: system.cellCount)
        for cell in 0..<system.cellCount {
            let knowledge = system.knowledge[cell]
            let kind = system.kinds[cell]
            if kind != .change {
                low[cell] = 0
                if let printed = knowledge.printed, printed < 0 {
                    throw .negative(cell: system.labels.name(ofCell: cell))
                }
            }
            if knowledge == .suppressed, kind == .count {
                if settings.zerosPublished { low[cell] = 1 }
                if settings.onlySmallWithheld { high[cell] = settings.threshold - 1 }
            }
            let own = knowledge.bounds
            low[cell] = max(low[cell], own.low ?? low[cell])
            high[cell] = min(high[cell], own.high ?? high[cell])
            guard low[cell] <= high[cell] else {
                throw .empty(cell: system.labels.name(ofCell: cell))
            }
        }
    }

    /// Whether one number is left for a cell.
    func isKnown(_ cell: Int) -> Bool { low[cell] == high[cell] }
}
