public import Domain

/// *Invoer van de gestandaardiseerde prestatie*: what a municipality needs to work its own
/// risk-standardised figure out again, a line to a stratum.
public struct PerformanceInput: Sendable, Equatable {
    /// The measure.
    public let measure: String
    /// The period.
    public let period: Period
    /// The municipality.
    public let code: String
    /// The strata with the own size and the figures of the country.
    public let strata: [IndirectStandardisation.Stratum]

    /// Creates the input.
    public init(
        measure: String,
        period: Period,
        code: String,
        strata: [IndirectStandardisation.Stratum]
    ) {
        self.measure = measure
        self.period = period
        self.code = code
        self.strata = strata
    }

    /// The header of the lines.
    public static let header =
        "measure,period,region,stratum,own_size,own_size_low,own_size_high,"
        + "country_events,country_size,country_rate,expected"

    /// The input as CSV, with the expectation of each stratum; what is withheld is empty, never 0.
    public var csv: String {
        var text = PerformanceInput.header + "\n"
        for stratum in strata {
            func whole(_ number: Double?) -> String {
                number.map { "\(Int($0.rounded()))" } ?? ""
            }
            let expected = stratum.size.flatMap { size in stratum.rate.map { size.shown * $0 } }
            text +=
                [
                    measure, period.description, code, stratum.code, whole(stratum.size?.shown),
                    whole(stratum.size?.low), whole(stratum.size?.high), whole(stratum.events),
                    whole(stratum.countrySize), stratum.rate.map { "\($0)" } ?? "",
                    expected.map { "\($0)" } ?? "",
                ].joined(separator: ",") + "\n"
        }
        return text
    }
}
