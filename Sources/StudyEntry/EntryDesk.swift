import CaseFileStudies
import Definitions
import Domain
import Store

/// Keeps what is typed, and knows what was typed before; one at a time.
actor EntryDesk {
    /// What a coder sees of a reading of their own.
    struct Reading: Sendable {
        let answers: [String: Coding.Answer]
        let conflicts: [EntryMerge.Conflict]
        let isFinished: Bool
    }

    private let room: EntryRoom
    private let journal: StoreJournal
    private var sessions: [String: CoderSession] = [:]

    init(_ room: EntryRoom) {
        self.room = room
        journal = StoreJournal(
            store: room.store,
            study: room.state.request.id,
            device: room.device,
            actor: room.actor
        )
    }

    /// Whether a coder may read on now; begins or goes on with their session.
    ///
    /// - Parameters:
    ///   - coder: the coder.
    ///   - isTyping: whether an answer comes in, which is always taken: it was given before the
    ///     coder could know that it was time.
    /// - Returns: where the coder stands.
    func care(_ coder: String, isTyping: Bool) -> CoderSession.Standing {
        var session = sessions[coder] ?? CoderSession(room.definitions.entryCare)
        let standing = session.stand(at: room.actor.now().seconds, isTyping: isTyping)
        sessions[coder] = session
        return standing
    }

    /// The round in which a coder may read a file, or `nil`: blind, and never twice by one coder.
    func round(_ file: StudyDraw.File, _ coder: String) throws -> Coding.Round? {
        let records = try journal.records().filter { $0.file == file.code }
        var coders: [Coding.Round: Set<String>] = [:]
        for record in records { coders[record.round, default: []].insert(record.coder) }
        for coding in room.state.codings where coding.file == file.code {
            coders[coding.round, default: []].insert(coding.coder)
        }
        for round in [Coding.Round.first, .second]
        where coders[round]?.contains(coder) == true {
            return round
        }
        if coders[.first] == nil { return .first }
        return file.isCodedTwice && coders[.second] == nil ? .second : nil
    }

    /// What was typed of a reading.
    func reading(_ file: String, _ coder: String, _ round: Coding.Round) throws -> Reading {
        let own = try records(file, coder, round)
        let merged = EntryMerge(own)
        var answers = merged.codings.first?.answers ?? [:]
        let isFinished = answers.removeValue(forKey: EntryRecord.finished) != nil
        return Reading(answers: answers, conflicts: merged.conflicts, isFinished: isFinished)
    }

    /// Types answers; on return they are in the store.
    ///
    /// What an earlier answer made askable and a new one does not is taken back with it.
    func type(
        _ given: [String: Coding.Answer?],
        _ file: String,
        _ coder: String,
        _ round: Coding.Round,
        entry: String,
        day: String
    ) throws {
        let known = try reading(file, coder, round)
        let inConflict = Set(known.conflicts.map(\.item))
        var answers = known.answers
        var changes: [(item: String, answer: Coding.Answer?)] = []
        for item in room.instrument.items {
            guard let answer = given[item.id] else { continue }
            guard answers[item.id] != answer || inConflict.contains(item.id) else { continue }
            answers[item.id] = answer
            changes.append((item.id, answer))
        }
        for item in room.instrument.items
        where answers[item.id] != nil && !item.isAsked(after: answers) {
            answers[item.id] = nil
            changes.append((item.id, nil))
        }
        if let finished = given[EntryRecord.finished] {
            changes.append((EntryRecord.finished, finished))
        }
        try journal.type(changes, of: (file, coder, round), day: day, entry: entry)
    }

    private func records(
        _ file: String,
        _ coder: String,
        _ round: Coding.Round
    ) throws -> [EntryRecord] {
        try journal.records().filter {
            $0.file == file && $0.coder == coder && $0.round == round
        }
    }
}
