extension RoundingSplit.Leaf {
    /// A cell between the two multiples around its count; a multiple stays.
    init(_ value: Int32, _ base: Int, area: Int, kind: Int, group: Int) {
        self.init(
            area: Int32(area),
            kind: Int32(kind),
            value: value,
            group: Int32(group),
            low: value / Int32(base) * Int32(base),
            isFree: value % Int32(base) != 0
        )
    }

    /// Does not let the cell go beyond a number, where it can stay below.
    mutating func limit(atMost most: Int32, base: Int) {
        if isFree, low + Int32(base) > most { isFree = false }
    }

    /// Does not let the cell stay below a number, where it can go beyond.
    mutating func limit(atLeast least: Int32, base: Int) {
        guard isFree, low < least else { return }
        low += Int32(base)
        isFree = false
    }
}

extension RoundingSplit {
    /// The least and the greatest printed sum that each group can have.
    static func ranges(
        _ leaves: [Leaf],
        count: Int,
        base: Int
    ) -> [(low: Int32, high: Int32)] {
        var ranges = [(low: Int32, high: Int32)](repeating: (0, 0), count: count)
        for leaf in leaves {
            ranges[Int(leaf.group)].low += leaf.low
            ranges[Int(leaf.group)].high += leaf.low + (leaf.isFree ? Int32(base) : 0)
        }
        return ranges
    }
}
