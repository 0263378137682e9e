/// What is known to be true in a fictive country: what the monitor should find.
public struct CountryTruth: Sendable, Equatable, Encodable {
    /// The truth of one half-year.
    public struct HalfYear: Sendable, Equatable, Encodable {
        /// BJ-01: trajectories that ran.
        public var trajectories = 0
        /// BJ-01 by referrer.
        public var trajectoriesByReferrer: [String: Int] = [:]
        /// BJ-04: trajectories that started.
        public var started = 0
        /// BJ-05: trajectories that ended.
        public var ended = 0
        /// BJ-02: youths with help; children without a number are not in it.
        public var youths = 0
        /// JB-01 by type of measure, `T` for all.
        public var measures: [String: Balance] = [:]
        /// Measures of youth rehabilitation by type, `T` for all.
        public var rehabilitation: [String: Balance]?
        /// Advices and reports at Veilig Thuis.
        public var reports: Reports?
        /// Contacts with a Centrum Seksueel Geweld: `all`, `minors`, `acute`.
        public var contacts: [String: Int]?
        /// Calibrated countries: the whole numbers behind the published cells.
        public var certifiedInstitution: [String: Int]?
    }

    /// What Veilig Thuis was told in a half-year.
    public struct Reports: Sendable, Equatable, Encodable {
        /// VT-01: advices given.
        public var advices = 0
        /// VT-01: reports received.
        public var reports = 0
        /// VT-01: of those, with sexual abuse.
        public var sexualAbuse = 0
        /// VT-02: cases with a report.
        public var cases = 0
        /// VT-06: children in a report as a victim.
        public var children = 0
        /// VT-06: of those, with youth assistance on the day of their first report.
        public var childrenWithHelp = 0
        /// VT-06: of the others, with youth assistance that starts within 180 days.
        public var childrenWithNewHelp = 0
    }

    /// JB-01: the balance of measures.
    public struct Balance: Sendable, Equatable, Encodable {
        /// Running at the start.
        public var opening = 0
        /// Began.
        public var inflow = 0
        /// Taken over from another institution, and as often handed over.
        public var transfers = 0
        /// Ended.
        public var outflow = 0
        /// Running at the end.
        public var closing = 0
    }

    /// Always true: nothing in the country exists.
    public let fictive = true
    /// What the label says.
    public let label: String
    /// Where the range of fictive numbers comes from and what is uncertain.
    public let fictiveNumbers: String
    /// The seed.
    public let seed: UInt64
    /// Children aged 0–17.
    public let children: Int
    /// The first half-year.
    public let from: String
    /// The last half-year.
    public let to: String
    /// Whether the country is calibrated.
    public let calibrated: Bool
    /// The share of rows with a fault.
    public let faultRate: Double
    /// Providers of youth assistance.
    public let holders: Int
    /// Certified institutions.
    public let institutions: Int
    /// The sources.
    public let sources: [String]
    /// Shares and durations the country was drawn from.
    public let parameters: [String: Int]
    /// The truth by half-year.
    public var periods: [String: HalfYear]
    /// Calibrated countries: trajectories by form and referrer in 2019H1.
    public var formsByReferrer: [String: Int]?
}
