import Domain

extension Rule {
    /// The original start is delivered each half-year.
    ///
    /// Found on receipt, in ``BetweenPeriods``.
    static let startHasChanged = Rule("INT-302", .query, [.start], scope: .previous)
}
