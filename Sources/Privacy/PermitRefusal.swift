public import Definitions
public import Domain
public import Store

/// Why the gate or the desk says no.
public enum PermitRefusal: Error, Equatable, Sendable {
    /// An item for which no permit can be had.
    case rejectedItem(id: String, name: String)
    /// Nobody was given a permit for it.
    case noPermit(kind: PermitRequest.Kind, subject: String)
    /// The permit that would cover it has fewer approvals than it must.
    case awaiting(permit: Int, approvals: Int, needed: Int)
    /// The permit that covered it has expired.
    case expired(permit: Int, on: CalendarDay)
    /// The permit that covered it was withdrawn.
    case withdrawn(permit: Int, on: CalendarDay)
    /// The audit log is not sound: nothing in it can be relied upon.
    case logNotSound(first: AuditMistake)
    /// There is no permit of this number.
    case unknown(permit: Int)
    /// The asker cannot approve.
    case askerApproves(permit: Int)
    /// Each approves once.
    case approvedAlready(permit: Int)
    /// An answer is too short to be one.
    case tooShort(field: String, letters: Int)
    /// Two weighings have the same words.
    case sameWords(field: String, other: String)
    /// Lighter ways of the weighing framework that were not weighed.
    case alternativesMissing(rows: [Int])
    /// The last day lies before today, or too far away.
    case badTerm(longest: CalendarDay)
    /// A source, column or indicator that does not exist.
    case unknownSubject(name: String)
    /// A linkage needs more than one source.
    case tooFewSources
    /// Records would be kept longer than the source's own rule says.
    case keptTooLong(source: String, years: Int)

    /// A short code, for the audit log.
    public var code: String {
        switch self {
        case .rejectedItem(let id, _): "rejected-\(id)"
        case .noPermit: "no-permit"
        case .awaiting: "awaiting"
        case .expired: "expired"
        case .withdrawn: "withdrawn"
        case .logNotSound: "log-not-sound"
        case .unknown: "unknown-permit"
        case .askerApproves: "asker-approves"
        case .approvedAlready: "approved-already"
        case .tooShort: "too-short"
        case .sameWords: "same-words"
        case .alternativesMissing: "alternatives-missing"
        case .badTerm: "bad-term"
        case .unknownSubject: "unknown-subject"
        case .tooFewSources: "too-few-sources"
        case .keptTooLong: "kept-too-long"
        }
    }
}
