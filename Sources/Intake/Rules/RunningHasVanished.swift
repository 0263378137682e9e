import Domain

extension Rule {
    /// What was running in the last accepted half-year is delivered again or ended.
    ///
    /// Found on receipt, in ``BetweenPeriods``; it has no row, because the row is absent.
    static let runningHasVanished = Rule("INT-301", .query, [], scope: .previous)
}
