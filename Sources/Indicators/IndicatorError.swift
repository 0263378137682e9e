/// Why an indicator could not be computed.
public enum IndicatorError: Error, Equatable, Sendable {
    /// There is no definition with this id.
    case unknown(id: String, known: [String])
    /// The indicator is not made for calendar years.
    case notForYears(id: String)
    /// The indicator is made for calendar years only.
    case notForHalfYears(id: String)
    /// No accepted delivery of the source covers the period.
    case noDeliveries(source: String, period: String)
    /// The indicator needs a population table and none was given.
    case populationNeeded(indicator: String, table: String)
    /// The population table has no line for the year.
    case populationMissing(indicator: String, year: Int)
    /// A line of the population table cannot be read.
    case populationMalformed(path: String, line: Int)
    /// Stock and flow do not balance: a fault of ours.
    case unbalanced(indicator: String, period: String)
    /// Boundaries of that year are not known.
    case boundariesUnknown(year: Int)
}
