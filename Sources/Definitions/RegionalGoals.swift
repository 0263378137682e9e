public import Domain

/// *Doelen van een regiovisie*: what a region wants to reach and by when, in its own words.
///
/// The monitor sets no goals and judges none: it puts the figures beside them.
public struct RegionalGoals: Sendable, Equatable {
    /// Which side of its value a goal wants the figure on.
    public enum Wanted: String, Sendable, CaseIterable {
        /// No more than the value.
        case atMost = "at-most"
        /// No less than the value.
        case atLeast = "at-least"
    }

    /// A figure that stands beside a goal.
    public struct Figure: Sendable, Equatable {
        /// The indicator, as `BJ-04`.
        public let indicator: String
        /// Its measure.
        public let measure: String
        /// The place in each dimension that is not at its total.
        public let codes: [String: String]
        /// Which side of the value is wanted.
        public let wanted: Wanted
        /// The value, in the unit of the measure.
        public let value: Double
    }

    /// One goal.
    public struct Goal: Sendable, Equatable {
        /// The id.
        public let id: String
        /// The goal, in the words of those who decided it.
        public let title: LocalizedText
        /// The day on which it was decided.
        public let decided: CalendarDay
        /// The day by which it is to be reached.
        public let by: CalendarDay
        /// The figure beside it; `nil` where the monitor has none.
        public let figure: Figure?
    }

    /// The document, as *Regiovisie 2024–2028*.
    public let title: LocalizedText
    /// Where it can be read.
    public let source: LocalizedText
    /// The codes of the regions it is for, as `GM0363`.
    public let regions: [String]
    /// The goals in their order.
    public let goals: [Goal]
}
