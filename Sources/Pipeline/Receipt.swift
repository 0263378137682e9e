public import Domain
public import Intake

/// *Ontvangstbewijs*: what became of one delivered file.
public struct Receipt: Sendable {
    /// What became of it.
    public enum Outcome: Sendable, Equatable {
        /// Taken in; what a receipt was given for survives a cut of the power.
        case accepted(id: Int64, vintage: Int)
        /// The same as the latest vintage, which stays.
        case unchanged(id: Int64, vintage: Int)
        /// Checked for the holder's sake; the source is not stored.
        case checked
        /// Refused; nothing of it is kept.
        case refused
        /// Could not be read at all.
        case unreadable(DeliveryError)
    }

    /// The path as given.
    public let path: String
    /// The source.
    public let source: String
    /// The holder, when it could be read.
    public let holder: String?
    /// The half-year, when it could be read.
    public let period: ReportingPeriod?
    /// What became of the file.
    public let outcome: Outcome
    /// Records taken in.
    public let rows: Int
    /// Records left out.
    public let leftOut: Int
    /// The first 16 hexadecimal digits of the keyed digest.
    public let digest: String
    /// The number of findings by code.
    public let findingCounts: [String: Int]
    /// The findings on the file as a whole.
    public let fileFindings: [Finding]

    init(_ error: DeliveryError) {
        self.init(ReadFile(unreadable: error.path), outcome: .unreadable(error), rows: 0)
    }

    init(_ file: ReadFile, outcome: Outcome, rows: Int) {
        path = file.path
        source = file.source
        holder = file.holder
        period = file.period
        self.outcome = outcome
        self.rows = rows
        leftOut = file.leftOut
        let digits = Array("0123456789abcdef")
        digest = file.digest.prefix(8).reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        findingCounts = file.findingCounts
        fileFindings = file.findings
    }
}
