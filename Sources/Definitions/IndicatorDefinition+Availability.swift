public import Domain

extension IndicatorDefinition {
    /// *Beschikbaarheid*: for which areas and over which time the figure can be had, and what is
    /// missing where it cannot.
    public struct Availability: Sendable {
        /// What is asked for, in the order in which it is shown.
        public enum Level: String, Sendable, CaseIterable {
            /// For the country as a whole.
            case national
            /// By region.
            case region
            /// By municipality.
            case municipality
            /// As a series over the years.
            case series
        }

        /// How far it can be had.
        public enum State: String, Sendable, CaseIterable {
            /// It can be had.
            case available
            /// Only in part.
            case partly
            /// It cannot be had.
            case not
        }

        /// How far the figure can be had at one level.
        public struct Entry: Sendable {
            /// The level.
            public let level: Level
            /// How far it can be had.
            public let state: State
            /// What is missing and why; `nil` only where it can be had.
            public let missing: LocalizedText?
        }

        /// One entry for each level, in the order of ``Level``.
        public let entries: [Entry]
    }

    /// The last period for which a figure can be made, because the source changed.
    public struct LastPeriod: Sendable {
        /// The last half-year.
        public let period: ReportingPeriod
        /// Why not after it.
        public let reason: LocalizedText
    }

    /// A stretch of half-years whose figures are known to be wrong or doubtful.
    public struct Caution: Sendable {
        /// The first half-year.
        public let from: ReportingPeriod
        /// The last half-year.
        public let until: ReportingPeriod
        /// What is the matter.
        public let text: LocalizedText

        /// Whether it concerns a half-year.
        public func covers(_ period: ReportingPeriod) -> Bool { from <= period && period <= until }
    }
}
