import Domain
public import Store

/// *Vrijgaveloket*: takes submissions, comments, votes, releases and withdrawals.
///
/// Who stands at it is the actor it is given. Each step is an entry under seal and a line of the
/// audit log, written together; a refusal is a line of the log.
public struct ReleaseDesk {
    private let store: DeliveryStore
    private let actor: AuditActor

    /// Creates the desk for whoever stands at it.
    public init(store: DeliveryStore, actor: AuditActor) {
        self.store = store
        self.actor = actor
    }

    /// Every submission, by number; votes can be read where both are there.
    ///
    /// - Throws: a `StoreError` when an entry is not as it was written.
    public func submissions() throws -> [Submission] {
        Submission.all(in: try store.releaseEntries())
    }

    /// One submission.
    ///
    /// - Throws: ``ReleaseRoomError/unknown(submission:)``.
    public func submission(_ id: Int) throws -> Submission {
        try known(id).submission
    }

    /// The newest submission that was released and not withdrawn with figures of a hash.
    public static func released(figures: String, in store: DeliveryStore) throws -> Submission? {
        Submission.all(in: try store.releaseEntries()).last {
            $0.state == .released && $0.dossier.figures == figures
        }
    }

    /// Takes figures in that passed the mechanical check.
    ///
    /// - Returns: the number of the submission.
    public func submit(_ dossier: Dossier) throws -> Int {
        try write(
            .submission,
            to: nil,
            RoomRecord(by: actor.name, dossier: dossier),
            after: store.releaseEntries().count
        )
    }

    /// Keeps in the log that something was refused before it came to a checker.
    ///
    /// - Throws: always ``ReleaseRoomError/mechanical(_:)``.
    public func turnAway(_ mistakes: [MechanicalMistake]) throws -> Never {
        try refuse(.mechanical(mistakes), nil)
    }

    /// Adds a remark, which everybody at the desk can read at once.
    ///
    /// - Throws: ``ReleaseRoomError``, which is logged: who has voted would tell the other by it.
    public func comment(_ id: Int, _ text: String) throws {
        let (submission, last) = try known(id)
        if submission.votes == nil,
            submission.voters.contains(where: { AuditActor.isSame($0, actor.name) })
        {
            try refuse(.silentUntilVoted(submission: id), id)
        }
        _ = try write(.comment, to: id, RoomRecord(by: actor.name, text: text), after: last)
    }

    /// Votes, with the reason; nobody can read it until the other checker has voted.
    ///
    /// - Parameters:
    ///   - id: the submission.
    ///   - approves: whether it may be released.
    ///   - reason: why; it may not be empty.
    /// - Returns: the submission with the vote.
    /// - Throws: ``ReleaseRoomError``, which is logged.
    public func vote(_ id: Int, approves: Bool, reason: String) throws -> Submission {
        let (submission, last) = try known(id)
        switch submission.state {
        case .withdrawn: try refuse(.withdrawn(submission: id), id)
        case .released: try refuse(.releasedAlready(submission: id), id)
        case .awaiting, .approved, .refused: break
        }
        if AuditActor.isSame(submission.submitted.by, actor.name) {
            try refuse(.submitterVotes(submission: id), id)
        }
        if submission.voters.contains(where: { AuditActor.isSame($0, actor.name) }) {
            try refuse(.votedAlready(submission: id), id)
        }
        if submission.votes != nil { try refuse(.votesComplete(submission: id), id) }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            try refuse(.noReason(submission: id), id)
        }
        let record = RoomRecord(by: actor.name, text: reason, approves: approves)
        let excess = try record.bytes().count - DeliveryStore.longestVote
        guard excess <= 0 else {
            let most = max(0, reason.utf8.count - excess)
            try refuse(.reasonTooLong(submission: id, most: most), id)
        }
        _ = try write(.vote, to: id, record, after: last)
        return try known(id).submission
    }

    /// Releases what two checkers agreed to.
    ///
    /// - Returns: the submission.
    /// - Throws: ``ReleaseRoomError``, which is logged.
    public func release(_ id: Int) throws -> Submission {
        let (submission, last) = try known(id)
        switch submission.state {
        case .awaiting:
            try refuse(.awaiting(submission: id, votes: submission.voters.count), id)
        case .refused: try refuse(.refused(submission: id), id)
        case .released: try refuse(.releasedAlready(submission: id), id)
        case .withdrawn: try refuse(.withdrawn(submission: id), id)
        case .approved: break
        }
        _ = try write(.release, to: id, RoomRecord(by: actor.name), after: last)
        return try known(id).submission
    }

    /// Takes a submission back, before or after its release, with the reason.
    ///
    /// - Throws: ``ReleaseRoomError``, which is logged.
    public func withdraw(_ id: Int, reason: String) throws {
        let (submission, last) = try known(id)
        if submission.state == .withdrawn { try refuse(.withdrawn(submission: id), id) }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            try refuse(.noReason(submission: id), id)
        }
        _ = try write(.withdrawal, to: id, RoomRecord(by: actor.name, text: reason), after: last)
    }

    private func known(_ id: Int) throws -> (submission: Submission, last: Int) {
        let entries = try store.releaseEntries()
        guard let found = Submission.all(in: entries).first(where: { $0.id == id }) else {
            try refuse(.unknown(submission: id), id)
        }
        return (found, entries.count)
    }

    private func write(
        _ step: RoomStep,
        to id: Int?,
        _ record: RoomRecord,
        after last: Int
    ) throws -> Int {
        let written = try store.appendToReleaseRoom(
            step.rawValue,
            submission: id,
            content: record.bytes(),
            after: last,
            at: actor.now(),
            logging: actor.event(.release, [:])
        )
        guard let written else { throw ReleaseRoomError.overtaken }
        return written
    }

    private func refuse(_ reason: ReleaseRoomError, _ id: Int?) throws -> Never {
        var facts = ["release": reason.code]
        if let id { facts["submission"] = String(id) }
        try store.log([actor.event(.refusal, facts)], at: actor.now())
        throw reason
    }
}
