public import Domain

/// *Campagneregister*: dated campaigns, beside the series before and after.
public struct CampaignRegister: Sendable {
    /// One campaign.
    public struct Campaign: Sendable, Equatable {
        /// The id.
        public let id: String
        /// What it was.
        public let title: LocalizedText
        /// Its first day.
        public let from: CalendarDay
        /// Its last day.
        public let until: CalendarDay
        /// Who ran it.
        public let by: String
        /// Where the dates are from.
        public let source: String

        /// Creates a campaign.
        public init(
            id: String,
            title: LocalizedText,
            from: CalendarDay,
            until: CalendarDay,
            by: String,
            source: String
        ) {
            self.id = id
            self.title = title
            self.from = from
            self.until = until
            self.by = by
            self.source = source
        }
    }

    /// What such a comparison can show.
    public let shows: LocalizedText
    /// What it cannot.
    public let doesNotShow: LocalizedText
    /// The series that are looked at, by id.
    public let series: [String]
    /// The campaigns, by their first day.
    public let campaigns: [Campaign]
}
