/// Why a step in the release room is not taken.
public enum ReleaseRoomError: Error, Equatable, Sendable {
    /// What a machine can see is wrong.
    case mechanical([MechanicalMistake])
    /// A submission that does not exist.
    case unknown(submission: Int)
    /// Who submitted cannot check.
    case submitterVotes(submission: Int)
    /// Nobody can vote twice.
    case votedAlready(submission: Int)
    /// Both votes have been given.
    case votesComplete(submission: Int)
    /// A vote without its reason.
    case noReason(submission: Int)
    /// A reason that does not fit, so that its length would tell a vote.
    case reasonTooLong(submission: Int, most: Int)
    /// Who has voted is silent until the other has too.
    case silentUntilVoted(submission: Int)
    /// Fewer have voted than must.
    case awaiting(submission: Int, votes: Int)
    /// A checker did not agree.
    case refused(submission: Int)
    /// It was withdrawn.
    case withdrawn(submission: Int)
    /// It has been released already.
    case releasedAlready(submission: Int)
    /// Somebody wrote in the room in between.
    case overtaken

    /// What stands in the audit log of it.
    var code: String {
        switch self {
        case .mechanical: "mechanical"
        case .unknown: "unknown"
        case .submitterVotes: "submitter-votes"
        case .votedAlready: "voted-already"
        case .votesComplete: "votes-complete"
        case .noReason: "no-reason"
        case .reasonTooLong: "reason-too-long"
        case .silentUntilVoted: "silent-until-voted"
        case .awaiting: "awaiting"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .releasedAlready: "released-already"
        case .overtaken: "overtaken"
        }
    }
}
