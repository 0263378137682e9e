/// *Stand* of a figure from deliveries: how final the newest published period makes it.
public enum VintageStatus: String, Sendable {
    /// *Voorlopig*.
    case provisional = "voorlopig"
    /// *Nader voorlopig*.
    case revisedProvisional = "nader voorlopig"
    /// *Definitief*.
    case final = "definitief"

    /// The status of a period when `latest` is the newest published one.
    ///
    /// P = L is provisional; P = H1 and L = H2 of that year is revised provisional; else final.
    public init(of period: ReportingPeriod, latest: ReportingPeriod) {
        if period >= latest {
            self = .provisional
        } else if period.half == 1, latest == period.next {
            self = .revisedProvisional
        } else {
            self = .final
        }
    }
}
