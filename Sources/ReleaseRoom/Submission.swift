public import Domain
import Foundation
public import Store

/// *Vrijgaveverzoek*: what was submitted, who looked at it, and what came of it.
public struct Submission: Sendable, Equatable {
    /// Somebody's word on it.
    public struct Word: Sendable, Equatable {
        /// Who.
        public let by: String
        /// When.
        public let at: UTCInstant
        /// What they said.
        public let text: String
    }

    /// A vote that may be read.
    public struct Vote: Sendable, Equatable {
        /// Who, when and why.
        public let word: Word
        /// Whether it is for release.
        public let approves: Bool
    }

    /// How far it has come.
    public enum State: String, Sendable, CaseIterable {
        /// Not both checkers have voted.
        case awaiting
        /// Both are for release.
        case approved
        /// One of the two is not.
        case refused
        /// It was released.
        case released
        /// It was taken back.
        case withdrawn
    }

    /// The number, from 1.
    public let id: Int
    /// Who submitted it, and when.
    public let submitted: Word
    /// What was submitted.
    public let dossier: Dossier
    /// What was remarked.
    public internal(set) var comments: [Word] = []
    /// Who released it.
    public internal(set) var released: Word?
    /// Who took it back, and why.
    public internal(set) var withdrawal: Word?
    /// The votes as given; nothing outside this target sees them before both are there.
    var ballots: [Vote] = []

    /// The names of those who have voted, in the order of voting.
    public var voters: [String] { ballots.map(\.word.by) }

    /// The votes, or `nil` until both have been given.
    public var votes: [Vote]? { ballots.count >= ReleaseRoom.checkers ? ballots : nil }

    /// How far it has come.
    public var state: State {
        if withdrawal != nil { return .withdrawn }
        if released != nil { return .released }
        guard let votes else { return .awaiting }
        return votes.allSatisfy(\.approves) ? .approved : .refused
    }

    /// The submissions in the entries of a room.
    ///
    /// A vote by who submitted, a second one of the same person, or a third one does not count,
    /// whoever wrote it: the desk refuses them, and so does this. A release counts only after two
    /// votes for it.
    ///
    /// - Parameter entries: what was written down, in its order.
    /// - Returns: the submissions by their numbers.
    public static func all(in entries: [ReleaseEntry]) -> [Submission] {
        var all: [Submission] = []
        for entry in entries {
            guard let record = RoomRecord(entry.content) else { continue }
            let word = Word(by: record.by, at: entry.at, text: record.text ?? "")
            if entry.kind == RoomStep.submission.rawValue {
                guard let dossier = record.dossier, entry.submission == all.count + 1 else {
                    continue
                }
                all.append(Submission(id: entry.submission, submitted: word, dossier: dossier))
                continue
            }
            guard all.indices.contains(entry.submission - 1) else { continue }
            var own = all[entry.submission - 1]
            switch RoomStep(rawValue: entry.kind) {
            case .comment: own.comments.append(word)
            case .vote
            where own.state == .awaiting && !AuditActor.isSame(word.by, own.submitted.by)
                && !own.voters.contains { AuditActor.isSame($0, word.by) }:
                own.ballots.append(Vote(word: word, approves: record.approves ?? false))
            case .release where own.state == .approved: own.released = word
            case .withdrawal: own.withdrawal = own.withdrawal ?? word
            default: continue
            }
            all[entry.submission - 1] = own
        }
        return all
    }
}

/// The steps in a room, as they are stored.
enum RoomStep: String {
    case submission
    case comment
    case vote
    case release
    case withdrawal
}

/// What an entry says, under seal.
struct RoomRecord: Codable {
    let by: String
    var text: String?
    var approves: Bool?
    var dossier: Dossier?

    init(by: String, text: String? = nil, approves: Bool? = nil, dossier: Dossier? = nil) {
        self.by = by
        self.text = text
        self.approves = approves
        self.dossier = dossier
    }

    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(RoomRecord.self, from: Data(bytes)) else {
            return nil
        }
        self = read
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
