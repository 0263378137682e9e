public import Domain

/// *Uitsplitsingen*: classes and orders with policy meaning.
public struct BreakdownDefinitions: Sendable {
    /// An age class.
    public struct AgeClass: Sendable {
        /// The code in tables, as `4-11`.
        public let code: String
        /// The lowest age in completed years.
        public let from: Int
        /// The highest age, or `nil` for without end.
        public let to: Int?
        /// The label.
        public let label: LocalizedText
    }

    /// A class of duration, by completed months.
    public struct DurationClass: Sendable {
        /// The code in tables, as `6-11m`.
        public let code: String
        /// The lowest number of completed months.
        public let fromMonths: Int
        /// The label.
        public let label: LocalizedText
    }

    /// A group of referrers that is set against the others.
    public struct ReferrerGroup: Sendable {
        /// The code in tables, as `other`.
        public let code: String
        /// The referrers in it; each referrer is in one group.
        public let referrers: [String]
        /// The label.
        public let label: LocalizedText
    }

    /// The age classes, youngest first.
    public let ageClasses: [AgeClass]
    /// The duration classes, shortest first.
    public let durationClasses: [DurationClass]
    /// The forms of youth assistance, heaviest first.
    public let formsHeaviestFirst: [String]
    /// The groups of referrers, that of the certified institution first.
    public let referrerGroups: [ReferrerGroup]
    /// The referrers of whom outcomes of help may be counted; of others the weighing advised
    /// against it.
    public let referrersWithOutcomes: [String]
}
