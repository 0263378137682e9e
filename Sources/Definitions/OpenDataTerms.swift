public import Domain

/// *Voorwaarden van de open data*: who offers it, under which licence, what changed and when more
/// comes.
public struct OpenDataTerms: Sendable {
    /// A change in what is offered of a table.
    public struct Change: Sendable, Equatable {
        /// The indicator or series; `nil` for every table.
        public let subject: String?
        /// The day of the change.
        public let day: CalendarDay
        /// What changed.
        public let text: LocalizedText
    }

    /// Who offers the data.
    public let publisher: LocalizedText
    /// A web address of the publisher, which identifies it.
    public let publisherAddress: String
    /// Where questions can be sent, as an address that begins with `mailto:` or `https:`.
    public let contact: String
    /// The address of the licence.
    public let licence: String
    /// The day on which the next release is announced; `nil` when none is.
    public let nextRelease: CalendarDay?
    /// The changes, the newest first.
    public let changes: [Change]
}
