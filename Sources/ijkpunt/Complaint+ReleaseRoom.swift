import ReleaseRoom

extension Complaint {
    /// A step in the release room that is not taken.
    static func room(_ error: ReleaseRoomError) -> Complaint {
        func about(_ id: Int, _ key: String, _ values: [String: String] = [:]) -> Complaint {
            Complaint("room.\(key)", 1, values.merging(["id": "\(id)"]) { $1 })
        }
        return switch error {
        case .mechanical(let mistakes):
            Complaint("room.mechanical", 1, ["count": "\(mistakes.count)"])
        case .unknown(let id): Complaint("room.unknown", 2, ["id": "\(id)"])
        case .submitterVotes(let id): about(id, "submitter-votes")
        case .votedAlready(let id): about(id, "voted-already")
        case .votesComplete(let id): about(id, "votes-complete")
        case .noReason(let id): about(id, "no-reason")
        case .reasonTooLong(let id, let most): about(id, "reason-too-long", ["most": "\(most)"])
        case .silentUntilVoted(let id): about(id, "silent-until-voted")
        case .awaiting(let id, let votes):
            about(id, "awaiting", ["votes": "\(votes)", "needed": "\(ReleaseRoom.checkers)"])
        case .refused(let id): about(id, "refused")
        case .withdrawn(let id): about(id, "withdrawn")
        case .releasedAlready(let id): about(id, "released-already")
        case .overtaken: Complaint("room.overtaken", 4)
        }
    }

    /// A bundle that cannot be made.
    static func bundle(_ error: BundleError) -> Complaint {
        switch error {
        case .notReleased: Complaint("bundle.not-released", 1)
        case .unreadable(let path): Complaint("input.table", 3, ["path": path])
        case .longName: Complaint("bundle.long-name", 3)
        }
    }
}
