/// One cell of a system of linked tables, as given by a user.
///
/// Numbers are whole: the value times ten to ``LinkedTables/decimals``.
public struct TableCell: Sendable, Equatable {
    /// What the files print of the cell.
    public internal(set) var knowledge: CellKnowledge
    /// The cost of withholding or misprinting the cell, where a file gives one.
    public internal(set) var weight: Int?
    /// The largest contributions, largest first, where a file gives them.
    public internal(set) var contributors: [Int]
    /// How many holders of records the cell comes from, where a file says it.
    public internal(set) var holders: Int?
    /// Whether the cell must be published as it stands.
    public internal(set) var isFrozen: Bool

    /// The true number, where it is printed.
    public var exact: Int? {
        guard case .exact(let value) = knowledge else { return nil }
        return value
    }

    init(
        _ knowledge: CellKnowledge,
        weight: Int? = nil,
        contributors: [Int] = [],
        holders: Int? = nil,
        isFrozen: Bool = false
    ) {
        self.knowledge = knowledge
        self.weight = weight
        self.contributors = contributors
        self.holders = holders
        self.isFrozen = isFrozen
    }

    /// The cell as two files together print it, or `nil` where they contradict each other.
    func joined(_ other: TableCell) -> TableCell? {
        var joined = self
        joined.weight = weight ?? other.weight
        joined.holders = holders ?? other.holders
        if contributors.isEmpty { joined.contributors = other.contributors }
        joined.isFrozen = isFrozen || other.isFrozen
        if knowledge == other.knowledge { return joined }
        switch (knowledge, other.knowledge) {
        case (_, .suppressed), (_, .absent), (.exact, .derived): break
        case (.suppressed, _), (.absent, _), (.derived, .exact): joined.knowledge = other.knowledge
        case (.derived(let one), .derived(let two)):
            guard one == two else { return nil }
        case (.derived, _): joined.knowledge = other.knowledge
        case (_, .derived): break
        default:
            let (low, high) = (knowledge.bounds, other.knowledge.bounds)
            let least = [low.low, high.low].compactMap(\.self).max()
            let most = [low.high, high.high].compactMap(\.self).min()
            if let least, let most, least > most { return nil }
            if exact == nil, other.exact == nil {
                joined.knowledge = .interval(least, most)
            } else if exact == nil {
                joined.knowledge = other.knowledge
            }
        }
        return joined
    }
}
