public import Store

/// *Invoerjournaal in de winkel*: what was typed, one sealed entry an answer, never changed.
///
/// An answer is in the store, on the disk, before ``type(_:of:day:entry:)`` returns; a process that
/// is killed loses nothing that was said to be kept. Each post has a name of its own: a post that
/// comes again under the same name adds nothing.
public final class StoreJournal {
    /// What stands in the store as an entry of this kind.
    static let kind = "typed"
    private static let attempts = 8

    private let store: DeliveryStore
    private let study: String
    private let device: String
    private let actor: AuditActor
    private var known: [EntryRecord] = []
    private var last = -1

    /// Opens the journal of a study.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - study: the study.
    ///   - device: the code of this device, which no other has.
    ///   - actor: who acts, for the audit log.
    public init(store: DeliveryStore, study: String, device: String, actor: AuditActor) {
        self.store = store
        self.study = study
        self.device = device
        self.actor = actor
    }

    /// Every record, those of other devices that were taken in included, in the order of the store.
    public func records() throws -> [EntryRecord] {
        try refresh()
        return known
    }

    /// Types answers of one post, all or nothing; on return they are on the disk.
    ///
    /// - Parameters:
    ///   - changes: items with their answers; `nil` to take one back.
    ///   - reading: the file, the coder and the round.
    ///   - day: the day, `JJJJ-MM-DD`.
    ///   - entry: the name of the post.
    /// - Returns: what was added; nothing when the post was known.
    /// - Throws: `StudyError.overtaken` when others keep writing, or a `StoreError`.
    @discardableResult
    public func type(
        _ changes: [(item: String, answer: Coding.Answer?)],
        of reading: (file: String, coder: String, round: Coding.Round),
        day: String,
        entry: String
    ) throws -> [EntryRecord] {
        guard !changes.isEmpty else { return [] }
        for _ in 0..<StoreJournal.attempts {
            try refresh()
            if !entry.isEmpty, known.contains(where: { $0.entry == entry }) { return [] }
            let own = known.lazy.filter { $0.name.device == self.device }
            let sequence = own.map(\.name.sequence).max() ?? 0
            var seen: [String: Int] = [:]
            for record in known where record.name.device != device && record.file == reading.file {
                seen[record.name.device] = max(
                    seen[record.name.device] ?? 0,
                    record.name.sequence
                )
            }
            let fresh = changes.enumerated().map { place, change in
                EntryRecord(
                    name: EntryRecord.Name(device: device, sequence: sequence + 1 + place),
                    seen: seen.sorted { $0.key < $1.key }.map {
                        EntryRecord.Name(device: $0.key, sequence: $0.value)
                    },
                    file: reading.file,
                    coder: reading.coder,
                    round: reading.round,
                    day: day,
                    item: change.item,
                    answer: change.answer,
                    entry: entry.isEmpty ? nil : entry
                )
            }
            if try append(fresh) { return fresh }
        }
        throw StudyError.overtaken(id: study)
    }

    /// Takes records of other devices in; those that are known are left out.
    ///
    /// - Returns: how many were new.
    /// - Throws: `StudyError.overtaken` when others keep writing, or a `StoreError`.
    public func take(_ records: [EntryRecord]) throws -> Int {
        for _ in 0..<StoreJournal.attempts {
            try refresh()
            var names = Set(known.map(\.name))
            let fresh = records.filter { names.insert($0.name).inserted }
            if fresh.isEmpty { return 0 }
            if try append(fresh) { return fresh.count }
        }
        throw StudyError.overtaken(id: study)
    }

    private func append(_ records: [EntryRecord]) throws -> Bool {
        let entries = try records.map {
            NewStudyEntry(
                kind: StoreJournal.kind,
                subject: $0.file,
                content: try StudyJSON.bytes($0)
            )
        }
        let facts = ["study": study, "entry": "typed", "entries": String(entries.count)]
        return try store.append(
            entries,
            to: study,
            after: last,
            at: actor.now(),
            logging: actor.event(.study, facts)
        )
    }

    /// Reads again when something was written since.
    private func refresh() throws {
        guard try store.lastStudyEntry(study) != last else { return }
        let entries = try store.studyEntries(study)
        known = try entries.filter { $0.kind == StoreJournal.kind }.map {
            try StudyJSON.value(EntryRecord.self, of: $0.content)
        }
        last = entries.last?.number ?? 0
    }
}
