/// What the attacker knows beside the printed figures, and what counts as knowing too much.
///
/// The attacker is Kerckhoffs' attacker: nothing is safe because a rule is kept secret.
public struct AttackSettings: Sendable, Hashable {
    /// Cells with 1 up to one less than this are small: 5 by default.
    public var threshold: Int

    /// Whether zeros are always printed, so that a withheld count is at least 1.
    public var zerosPublished: Bool

    /// Whether only counts under the threshold are withheld, so that a withheld one is below it.
    public var onlySmallWithheld: Bool

    /// Whether every interval is worked out to its end, not only where there may be a finding.
    public var everyInterval: Bool

    /// The simplex steps that may be spent, those of large programs counted as more; a count and no
    /// time, so that the same input gives the same result.
    public var effort: Int

    /// Creates settings.
    public init(
        threshold: Int = 5,
        zerosPublished: Bool = false,
        onlySmallWithheld: Bool = false,
        everyInterval: Bool = false,
        effort: Int = 1_000_000
    ) {
        precondition(threshold >= 2, "a threshold under 2 makes no count small")
        self.threshold = threshold
        self.zerosPublished = zerosPublished
        self.onlySmallWithheld = onlySmallWithheld
        self.everyInterval = everyInterval
        self.effort = effort
    }
}
