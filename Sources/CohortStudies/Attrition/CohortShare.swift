public import Statistics

/// *Aandeel in een cohort*: a share with what makes it unsure.
public struct CohortShare: Sendable, Equatable {
    /// Persons with a value, not weighted.
    public let persons: Int
    /// Of those, persons with the trait.
    public let with: Int
    /// Members without a value.
    public let lost: Int
    /// The weighted share, 0…1; `nil` when nobody has a value.
    public let share: Double?
    /// How many unweighted persons would tell as much.
    public let effective: Double?
    /// The interval of the share.
    public let interval: Interval?
    /// The share if none, and if all, of the lost had the trait.
    public let bounds: Interval?

    init(
        persons: Int,
        with: Int,
        lost: Int,
        share: Double? = nil,
        effective: Double? = nil,
        interval: Interval? = nil,
        bounds: Interval? = nil
    ) {
        self.persons = persons
        self.with = with
        self.lost = lost
        self.share = share
        self.effective = effective
        self.interval = interval
        self.bounds = bounds
    }
}
