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

    /// The age classes, youngest first.
    public let ageClasses: [AgeClass]
    /// The duration classes, shortest first.
    public let durationClasses: [DurationClass]
    /// The forms of youth assistance, heaviest first.
    public let formsHeaviestFirst: [String]
}
