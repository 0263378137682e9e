/// *Bewijs van de zichtbaarheidsbank*: what `ijkpunt simulate` found, kept with what it stands on.
public struct SimulationEvidence: Sendable {
    /// A candidate under a scenario, at an interval.
    public struct Result: Sendable, Equatable {
        /// The row; 0 for the cohort.
        public let row: Int
        /// The scenario.
        public let scenario: String
        /// Half-years between readings.
        public let interval: Int
        /// The share of countries that alarmed up to and with each half-year.
        public let power: [Double]
        /// The relative change that was seen, on average; `nil` when undefined.
        public let change: Double?
        /// That change less the true one; `nil` when undefined.
        public let bias: Double?
        /// The Monte-Carlo error of the bias; `nil` when undefined.
        public let biasError: Double?
    }

    /// A candidate, whatever the scenario.
    public struct Candidate: Sendable, Equatable {
        /// The row; 0 for the cohort.
        public let row: Int
        /// False alarms within the follow-up, by interval of one, two and four half-years.
        public let falseAlarms: [Double]
        /// Records on children, for each 100 000 children and half-year.
        public let records: Double
        /// The share of those that is about something else; `nil` without records.
        public let others: Double?
    }

    /// How many countries.
    public let runs: Int
    /// The seed of all of them.
    public let seed: UInt64
    /// The fingerprint of the records it was made with.
    public let fingerprint: String
    /// The true relative change by scenario, on average.
    public let truths: [String: Double]
    /// The candidates.
    public let candidates: [Candidate]
    /// The results.
    public let results: [Result]

    /// The results of a row, in the order of the record.
    public func results(row: Int) -> [Result] { results.filter { $0.row == row } }

    /// The candidate of a row.
    public func candidate(row: Int) -> Candidate? { candidates.first { $0.row == row } }
}
