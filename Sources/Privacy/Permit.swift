public import Definitions
public import Domain
import Store

/// *Vergunning*: what the audit log says of one request.
public struct Permit: Sendable, Equatable {
    /// Somebody's word on it.
    public struct Word: Sendable, Equatable {
        /// Who.
        public let by: String
        /// When.
        public let at: UTCInstant
        /// What they said.
        public let remark: String
    }

    /// Whether it may be relied upon.
    public enum State: Sendable, Equatable {
        /// Fewer have approved than must.
        case awaiting(approvals: Int)
        /// It may be relied upon.
        case inForce
        /// Its last day has gone by.
        case expired(on: CalendarDay)
        /// Somebody withdrew it.
        case withdrawn(on: CalendarDay)
    }

    /// The number, from 1.
    public let id: Int
    /// What was asked.
    public let request: PermitRequest
    /// Who asked.
    public let asked: Word
    /// The growth in risk that was computed when it was asked, in words; empty when it could not be.
    public let risk: String
    /// What reviewers said.
    public internal(set) var reviews: [Word] = []
    /// Who approved.
    public internal(set) var approvals: [Word] = []
    /// Who withdrew it.
    public internal(set) var withdrawal: Word?

    /// Whether it may be relied upon on a day.
    public func state(on day: CalendarDay, approvers: Int) -> State {
        if let withdrawal { return .withdrawn(on: withdrawal.at.day) }
        guard day <= request.expires else { return .expired(on: request.expires) }
        guard approvals.count >= approvers else { return .awaiting(approvals: approvals.count) }
        return .inForce
    }

    /// The permits in a log, by their numbers.
    ///
    /// An approval by the asker, or a second one by the same person, does not count, whoever wrote
    /// it: the desk refuses them, and so does this.
    static func all(in lines: [AuditLine]) -> [Permit] {
        var permits: [Permit] = []
        for line in lines {
            let word = Word(
                by: line.event.actor,
                at: line.at,
                remark: line.event.sealed["remark"] ?? ""
            )
            if line.event.kind == .permitRequest {
                guard let text = line.event.sealed["request"],
                    let request = try? PermitRequest.read(text, file: "permit")
                else { continue }
                permits.append(
                    Permit(
                        id: permits.count + 1,
                        request: request,
                        asked: word,
                        risk: line.event.sealed["risk"] ?? ""
                    )
                )
                continue
            }
            guard let id = line.event.facts["permit"].flatMap({ Int($0) }),
                permits.indices.contains(id - 1)
            else { continue }
            var permit = permits[id - 1]
            switch line.event.kind {
            case .permitReview: permit.reviews.append(word)
            case .permitApproval
            where !Permit.isSame(word.by, permit.asked.by)
                && !permit.approvals.contains { Permit.isSame($0.by, word.by) }:
                permit.approvals.append(word)
            case .permitWithdrawal: permit.withdrawal = permit.withdrawal ?? word
            default: continue
            }
            permits[id - 1] = permit
        }
        return permits
    }

    /// Whether two names are one person's.
    static func isSame(_ one: String, _ other: String) -> Bool {
        AuditActor.isSame(one, other)
    }
}
