/// *Deelnemer*: a child of a report, by a code; nothing here says who it is.
public struct Participant: Codable, Sendable, Equatable {
    /// The code, as `P0001`.
    public let code: String
    /// The organisation that holds the report.
    public let organisation: String
    /// The day of the report, days since 1 January 1970.
    public let day: Int32
    /// Who reported, by code.
    public let reporter: String
    /// The age of the child at the report, in completed years.
    public let age: Int
    /// The mark of the report and the row in it, so that it does not enter twice.
    public let mark: String

    /// Creates a participant.
    public init(
        code: String,
        organisation: String,
        day: Int32,
        reporter: String,
        age: Int,
        mark: String
    ) {
        self.code = code
        self.organisation = organisation
        self.day = day
        self.reporter = reporter
        self.age = age
        self.mark = mark
    }

    /// The class of age to which weights go: 0–5, 6–11 or 12–17.
    public var ageClass: String { age < 6 ? "0-5" : age < 12 ? "6-11" : "12-17" }
}
