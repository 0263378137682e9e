public import Domain

/// *Cohort*: who is followed, when, and with what; written down before anybody is asked.
public struct CohortRequest: Sendable, Equatable {
    /// *Meting*: a wave, in days after the report by which somebody entered.
    public struct Wave: Sendable, Equatable {
        /// The id.
        public let id: String
        /// The title.
        public let title: LocalizedText
        /// The first day of its window.
        public let from: Int
        /// The last day of its window.
        public let until: Int
    }

    /// A questionnaire and how its change is judged.
    public struct Measure: Sendable, Equatable {
        /// The questionnaire.
        public let questionnaire: String
        /// How change is judged, as `JT`.
        public let method: String
        /// The cut-off, `a`, `b` or `c`; `none` for reliable change alone.
        public let cutoff: String
        /// The index beyond which change is reliable; that of the method when `nil`.
        public let critical: Double?

        /// Creates a measure.
        public init(questionnaire: String, method: String, cutoff: String, critical: Double?) {
            self.questionnaire = questionnaire
            self.method = method
            self.cutoff = cutoff
            self.critical = critical
        }
    }

    /// From how many incidents violence is of a class.
    public struct Violence: Sendable, Equatable {
        /// Incidents from which it is much; severe violence is so whatever its number.
        public let muchFrom: Int
        /// Where the border comes from.
        public let source: LocalizedText
    }

    /// The id.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// The first day of reports that enter.
    public let from: CalendarDay
    /// The last day.
    public let until: CalendarDay
    /// The youngest age of a child at the report, in completed years.
    public let youngest: Int
    /// The oldest age.
    public let oldest: Int
    /// The waves, in their order, without overlap.
    public let waves: [Wave]
    /// What is measured.
    public private(set) var measures: [Measure]
    /// The classes of violence.
    public let violence: Violence
    /// The days after the report at which repeated violence is given.
    public let horizons: [Int]
    /// The confidence of intervals.
    public let level: Double

    /// The same plan with other measures.
    public func measuring(_ measures: [Measure]) -> CohortRequest {
        var request = self
        request.measures = measures
        return request
    }
}
