/// A rule of safe contact: what is wrong, in which column, and what would be right.
///
/// Rules on consent hold for consent that was given; the rule on reading along holds always.
public struct ContactRule: Sendable {
    /// The stable id.
    public let id: String
    /// The column of the mistake.
    public let column: String
    /// What was expected.
    public let expected: String

    private let isBroken: @Sendable (SafeContact) -> Bool

    /// Whether a contact breaks the rule.
    public func isBroken(by contact: SafeContact) -> Bool { isBroken(contact) }

    /// The rules, in the order in which they are held against a contact.
    public static let all = [
        nothingWrittenWhereSomebodyReadsAlong, institutionAgrees, guardianAgrees, youthAgrees,
        somebodyWithAuthorityAgrees, accusedNeverAlone, onlyWhoMayAgree, childHeardApart,
    ]

    /// Where somebody may read along, or it is not known, nothing is written.
    static let nothingWrittenWhereSomebodyReadsAlong = ContactRule(
        id: "reading-along",
        column: "channel",
        expected: "visit or phone, because somebody may read along"
    ) { contact in
        contact.readingAlong != .no && [.letter, .message].contains(contact.channel)
    }

    /// An institution that is the guardian has to agree; parents cannot for it.
    static let institutionAgrees = ContactRule(
        id: "institution",
        column: "consent_by",
        expected: "institution, because it represents the child by law"
    ) { contact in
        contact.isGiven && contact.ageBand != .from16 && contact.representative == .institution
            && !contact.consenters.contains(.institution)
    }

    /// A guardian has to agree.
    static let guardianAgrees = ContactRule(
        id: "guardian",
        column: "consent_by",
        expected: "guardian, because they represent the child by law"
    ) { contact in
        contact.isGiven && contact.ageBand != .from16 && contact.representative == .guardian
            && !contact.consenters.contains(.guardian)
    }

    /// From 12 the youth agrees.
    static let youthAgrees = ContactRule(
        id: "youth",
        column: "consent_by",
        expected: "youth, because the child is 12 or older"
    ) { contact in
        contact.isGiven && contact.ageBand != .under12 && !contact.consenters.contains(.youth)
    }

    /// Under 16 somebody with authority agrees.
    static let somebodyWithAuthorityAgrees = ContactRule(
        id: "authority",
        column: "consent_by",
        expected: "parent-1 or parent-2, because the child is under 16"
    ) { contact in
        contact.isGiven && contact.ageBand != .from16 && contact.representative == .parents
            && contact.parents.isEmpty
    }

    /// A parent who is accused never is the only one of those with authority who agrees.
    ///
    /// Where it is not known who is accused, both parents agree or one of them is not enough.
    static let accusedNeverAlone = ContactRule(
        id: "accused",
        column: "consent_by",
        expected: "somebody with authority who is not accused, beside or instead of who is"
    ) { contact in
        guard contact.isGiven, contact.ageBand != .from16, contact.representative == .parents
        else { return false }
        switch contact.accused {
        case .neither: return false
        case .first: return !contact.parents.contains(.second)
        case .second: return !contact.parents.contains(.first)
        case .unknown: return contact.parents.count < 2
        case .both: return true
        }
    }

    /// Under 12 the child does not decide, and nobody is named as guardian who is none.
    static let onlyWhoMayAgree = ContactRule(
        id: "only-who-may",
        column: "consent_by",
        expected: "only those who may agree at this age and with this representative"
    ) { contact in
        guard contact.isGiven else { return !contact.consenters.isEmpty }
        let isYouthAmiss = contact.ageBand == .under12 && contact.consenters.contains(.youth)
        let isGuardianAmiss =
            contact.representative != .guardian && contact.consenters.contains(.guardian)
        let isInstitutionAmiss =
            contact.representative != .institution && contact.consenters.contains(.institution)
        return isYouthAmiss || isGuardianAmiss || isInstitutionAmiss
    }

    /// A child is heard apart from its parents.
    static let childHeardApart = ContactRule(
        id: "heard-apart",
        column: "heard_apart",
        expected: "yes: a child is heard apart from its parents"
    ) { contact in contact.isGiven && !contact.isHeardApart }

    private init(
        id: String,
        column: String,
        expected: String,
        isBroken: @escaping @Sendable (SafeContact) -> Bool
    ) {
        self.id = id
        self.column = column
        self.expected = expected
        self.isBroken = isBroken
    }
}

extension SafeContact {
    /// Whether consent was given.
    fileprivate var isGiven: Bool { outcome == .given }
    /// The parents who agreed.
    fileprivate var parents: [Consenter] { consenters.filter { [.first, .second].contains($0) } }
}
