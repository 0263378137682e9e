import Domain

/// Fictive countries in the protocol's own form; no child in them exists.
///
/// - `CountryPlan` says what to make, ``FictiveCountry`` makes and writes it.
/// - `Random`, `FictiveNumber`, `Parameters`: where chance, numbers and shares come from.
/// - `Population`: children, municipalities, holders.
/// - `TrajectoryHistory`, `Measures`: what truly happened.
/// - `Calibration`: whole numbers that round to the published cells, and a history with exactly
///   those numbers.
/// - `Reports`: advices and reports at Veilig Thuis, contacts with a Centrum Seksueel Geweld.
/// - `Faults`, `Delivery`: how holders report it: vintages, mistakes, files.
/// - `Truth`: what the monitor should find.
/// - `Benchmark`: very many rows, quickly.
public enum SyntheticData {
    /// *Jeugdhulp*, the source of youth assistance.
    public static let youthAssistance = "jeugdhulp"

    /// *Jeugdbescherming*, the source of protection measures.
    public static let protection = "jeugdbescherming"

    /// *Jeugdreclassering*, the source of rehabilitation.
    public static let rehabilitation = "jeugdreclassering"

    /// *Veilig Thuis*, the source of advices and reports.
    public static let reports = "veiligthuis"

    /// *Centrum Seksueel Geweld*, as counts.
    public static let centreCounts = "csg-counts"

    /// The sources a country is written for when no other are named.
    public static let sources = [youthAssistance, protection]

    /// The sources a country can be written for.
    public static let allSources = sources + [rehabilitation, reports, centreCounts]

    /// The first half-year of the protocol.
    static let firstPeriod = ReportingPeriod(ordinal: 2015 * 2)
}
