/// *Herkomst*: one of the things from which a published table follows, by its hash; never a person.
public struct TraceEntry: Sendable, Equatable, Hashable, Encodable {
    /// What kind of thing it is.
    public enum Part: String, Sendable, CaseIterable, Encodable {
        /// The table itself: every figure in it.
        case table
        /// The record of the indicator.
        case definition
        /// The record of the source.
        case source
        /// The rules on deliveries, all together.
        case rules
        /// The profile by which it was protected.
        case profile
        /// A delivery that it was counted from: half-year and vintage, under a keyed hash.
        case delivery
        /// The submission by which two people released it.
        case submission
    }

    /// What kind of thing it is.
    public let part: Part
    /// What it is called.
    public let name: String
    /// Its hash in hexadecimal digits.
    public let hash: String

    /// Creates an entry.
    public init(part: Part, name: String, hash: String) {
        self.part = part
        self.name = name
        self.hash = hash
    }
}

/// Where a table that is about to be published comes from.
public struct TableTrace: Sendable {
    /// The indicator.
    public let indicator: String
    /// The period, as it describes itself.
    public let period: String
    /// From what it follows, in the order of ``TraceEntry/Part``.
    public let entries: [TraceEntry]

    /// Creates a trace.
    public init(indicator: String, period: String, entries: [TraceEntry]) {
        self.indicator = indicator
        self.period = period
        self.entries = entries
    }
}
