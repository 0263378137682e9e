public import Domain

/// *Gebeurtenis*: something that the audit log keeps.
public struct AuditEvent: Sendable, Equatable {
    /// What happened.
    public enum Kind: String, CaseIterable, Sendable {
        /// A delivery was taken in, found unchanged, refused or unreadable.
        case receipt
        /// Person-level figures were looked at: bare counts, or records.
        case view
        /// Protected figures were computed.
        case computation
        /// Figures were released, or a step towards it was taken: submitted, voted on, withdrawn.
        case release
        /// Somebody logged in, or tried to.
        case login
        /// Something that was asked for was refused by a rule.
        case refusal
        /// A permit was asked for.
        case permitRequest = "permit-request"
        /// A permit was commented upon.
        case permitReview = "permit-review"
        /// One person approved a permit.
        case permitApproval = "permit-approval"
        /// A permit was withdrawn.
        case permitWithdrawal = "permit-withdrawal"
        /// A key was made, replaced or destroyed.
        case key
        /// Records were erased.
        case erasure
        /// A data subject asked for something, through a holder.
        case subjectRequest = "subject-request"
        /// Something was written down about a study: a plan, a draw, consent, codings.
        case study
        /// A store was copied.
        case backup
        /// A store was made of a copy.
        case restoration
        /// A delivery was approved, in a vintage.
        case deliveryApproval = "delivery-approval"
        /// A half-year of a holder takes no redelivery any more.
        case deliveryLock = "delivery-lock"
        /// A half-year of a holder takes redeliveries again.
        case deliveryUnlock = "delivery-unlock"
        /// It was written down who must deliver.
        case holderRegister = "holder-register"
        /// A breach was found, or a step in its procedure was taken.
        case breach
        /// An account was made, changed, locked or removed.
        case account
    }

    /// What happened.
    public let kind: Kind
    /// On whose behalf.
    public let role: Role
    /// Who did it; sealed.
    public let actor: String
    /// What anybody with the file may read: ids, counts, codes; never a person.
    public let facts: [String: String]
    /// What only the key opens, besides the actor.
    public let sealed: [String: String]

    /// Creates an event.
    public init(
        _ kind: Kind,
        role: Role,
        actor: String,
        facts: [String: String],
        sealed: [String: String] = [:]
    ) {
        self.kind = kind
        self.role = role
        self.actor = actor
        self.facts = facts
        self.sealed = sealed
    }
}

/// *Logregel*: an event in its place in the log.
public struct AuditLine: Sendable, Equatable {
    /// The place, from 1.
    public let number: Int
    /// When it was written.
    public let at: UTCInstant
    /// What happened.
    public let event: AuditEvent
    /// The hash over this line and all before it.
    public let hash: [UInt8]
}

/// Who acts, on whose behalf, and what time it is: what every stage that logs is given.
public struct AuditActor: Sendable {
    /// The name by which the person is known.
    public let name: String
    /// The role in which they act.
    public let role: Role
    /// A name that was claimed beside the one that was proven; sealed in the log.
    public let claimed: String?
    /// The time.
    public let now: @Sendable () -> UTCInstant

    /// Creates an actor.
    public init(
        name: String,
        role: Role,
        claimed: String? = nil,
        now: @escaping @Sendable () -> UTCInstant
    ) {
        self.name = name
        self.role = role
        self.claimed = claimed
        self.now = now
    }

    /// Whether two names are one person's: capitals and blanks make nobody another.
    public static func isSame(_ one: String, _ other: String) -> Bool {
        func bare(_ name: String) -> [Character] {
            name.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
        }
        return bare(one) == bare(other)
    }

    /// An event of this actor.
    public func event(
        _ kind: AuditEvent.Kind,
        _ facts: [String: String],
        sealed: [String: String] = [:]
    ) -> AuditEvent {
        var sealed = sealed
        if let claimed { sealed["claimed"] = claimed }
        return AuditEvent(kind, role: role, actor: name, facts: facts, sealed: sealed)
    }
}
