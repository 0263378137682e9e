public import Domain

/// *Uitgave*: what is known of a published database as a whole.
public struct Release: Sendable, Equatable {
    /// Where the deliveries come from.
    public enum Origin: String, Sendable {
        /// Made by a generator; every page says so.
        case fictive
        /// Delivered by source holders.
        case delivered
    }

    /// The day of publication, given by whoever publishes.
    public let day: CalendarDay
    /// Where the deliveries come from.
    public let origin: Origin

    /// Creates the facts of a release.
    public init(day: CalendarDay, origin: Origin) {
        self.day = day
        self.origin = origin
    }
}
