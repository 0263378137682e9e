/// When a figure may not be shown as it is, and how uncertain it must then stay.
///
/// A rule that is `nil` does not apply. The names are those of Hundepool and others, "Statistical
/// Disclosure Control" (2012), chapter 4.
public struct SuppressionRules: Sendable, Hashable {
    /// A count of 1 up to one less than this is withheld.
    public var threshold: Int

    /// Whether a count of zero is withheld too.
    public var withholdsZeros: Bool

    /// Whether a zero may be withheld to protect another cell.
    public var zerosAreCandidates: Bool

    /// The p % rule: withheld where the second largest contributor can estimate the largest to
    /// within this percentage.
    public var percentage: Int?

    /// The (n, k) rule: withheld where the n largest contributors make up more than k per cent.
    public var dominance: Dominance?

    /// The least number of holders (institutions, municipalities) behind a figure.
    public var leastHolders: Int?

    /// The percentage of a figure above which one holder is dominant.
    public var dominantHolder: Int?

    /// The percentage of a group in one category of a sensitive dimension from which that category
    /// gives the group away.
    public var groupShare: Int?

    /// The n largest contributors and the percentage that they may make up.
    public struct Dominance: Sendable, Hashable {
        /// How many contributors are taken together.
        public let contributors: Int
        /// The greatest percentage that they may make up.
        public let percentage: Int

        /// Creates a dominance rule.
        public init(contributors: Int, percentage: Int) {
            self.contributors = contributors
            self.percentage = percentage
        }
    }

    /// Creates rules; by default counts under a threshold alone.
    public init(
        threshold: Int = 5,
        withholdsZeros: Bool = false,
        zerosAreCandidates: Bool = true,
        percentage: Int? = nil,
        dominance: Dominance? = nil,
        leastHolders: Int? = nil,
        dominantHolder: Int? = nil,
        groupShare: Int? = nil
    ) {
        precondition(threshold >= 2, "a threshold under 2 makes no count small")
        self.threshold = threshold
        self.withholdsZeros = withholdsZeros
        self.zerosAreCandidates = zerosAreCandidates
        self.percentage = percentage
        self.dominance = dominance
        self.leastHolders = leastHolders
        self.dominantHolder = dominantHolder
        self.groupShare = groupShare
    }
}
