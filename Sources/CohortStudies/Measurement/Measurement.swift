/// *Meting*: what was answered about a participant in a wave.
public struct Measurement: Codable, Sendable, Equatable {
    /// The participant.
    public let participant: String
    /// The wave.
    public let wave: String
    /// The day, days since 1 January 1970.
    public let day: Int32
    /// The answers by item, as `voorbeeldschaal.3` or `violence.incidents`.
    public internal(set) var answers: [String: Double]

    /// Creates a measurement.
    public init(participant: String, wave: String, day: Int32, answers: [String: Double]) {
        self.participant = participant
        self.wave = wave
        self.day = day
        self.answers = answers
    }

    /// The number of incidents of violence since the wave before.
    public static let incidents = "violence.incidents"
    /// Whether any was severe: 1 or 0.
    public static let severe = "violence.severe"
    /// The day of the first violence after the report, in days after it.
    public static let repeated = "violence.repeated-after"
    /// The day of placement out of home, in days after the report.
    public static let placed = "placed-after"
}
