/// Why the second engine does not take an indicator: its dialect cannot say what the record asks.
public struct SparkRefusal: Error, Sendable, Equatable {
    /// The indicator.
    public let indicator: String
    /// What cannot be said, as it stands in the record: `population: known-children`.
    public let part: String

    /// Creates a refusal.
    public init(indicator: String, part: String) {
        self.indicator = indicator
        self.part = part
    }
}
