/// *Samengevoegde invoer*: what the records of all devices come to, in whatever order they came in.
public struct EntryMerge: Sendable {
    /// Two answers to one item, typed by the same coder without knowing of each other.
    public struct Conflict: Sendable, Equatable {
        /// The file.
        public let file: String
        /// The coder.
        public let coder: String
        /// The reading.
        public let round: Coding.Round
        /// The item.
        public let item: String
        /// The records that stand beside each other, by name.
        public let records: [EntryRecord]
    }

    /// The readings, by file, coder and round, without the items in conflict.
    public let codings: [Coding]
    /// The conflicts, in the same order.
    public let conflicts: [Conflict]
    /// Records that were given more than once.
    public let repeated: Int
    /// Names that are missing: their device wrote later ones.
    public let missing: [EntryRecord.Name]

    /// Puts records together.
    ///
    /// The same records give the same result in any order and however often they are given. An item
    /// has the answer of the record that came after all others on it; where two came after none of
    /// each other and differ, it is a conflict and has no answer.
    public init(_ given: [EntryRecord]) {
        var byName: [EntryRecord.Name: EntryRecord] = [:]
        for record in given { byName[record.name] = record }
        repeated = given.count - byName.count
        let records = byName.values.sorted { $0.name < $1.name }
        var missing: [EntryRecord.Name] = []
        var last: [String: Int] = [:]
        for record in records {
            let next = (last[record.name.device] ?? 0) + 1
            for sequence in next..<max(next, record.name.sequence) {
                missing.append(EntryRecord.Name(device: record.name.device, sequence: sequence))
            }
            last[record.name.device] = record.name.sequence
        }
        self.missing = missing
        var readings: [String: [EntryRecord]] = [:]
        for record in records {
            readings["\(record.file)|\(record.coder)|\(record.round.rawValue)", default: []]
                .append(record)
        }
        var codings: [Coding] = []
        var conflicts: [Conflict] = []
        for (_, own) in readings.sorted(by: { $0.key < $1.key }) {
            let reading = Reading(own, all: byName)
            codings.append(reading.coding)
            conflicts += reading.conflicts
        }
        self.codings = codings
        self.conflicts = conflicts
    }
}

/// The records of one reading of one file.
private struct Reading {
    let coding: Coding
    let conflicts: [EntryMerge.Conflict]

    init(_ records: [EntryRecord], all: [EntryRecord.Name: EntryRecord]) {
        var items: [String: [EntryRecord]] = [:]
        for record in records { items[record.item, default: []].append(record) }
        var answers: [String: Coding.Answer] = [:]
        var conflicts: [EntryMerge.Conflict] = []
        let first = records[0]
        for (item, own) in items.sorted(by: { $0.key < $1.key }) {
            let known = own.map { Reading.ancestors(of: $0, all) }
            let latest = own.enumerated().filter { place, record in
                !known.enumerated().contains { other, names in
                    other != place && (names[record.name.device] ?? 0) >= record.name.sequence
                }
            }.map(\.element)
            guard let winner = latest.first else { continue }
            if latest.allSatisfy({ $0.answer == winner.answer }) {
                answers[item] = winner.answer
                continue
            }
            conflicts.append(
                EntryMerge.Conflict(
                    file: first.file,
                    coder: first.coder,
                    round: first.round,
                    item: item,
                    records: latest
                )
            )
        }
        coding = Coding(
            file: first.file,
            coder: first.coder,
            round: first.round,
            day: records.map(\.day).max() ?? first.day,
            answers: answers
        )
        self.conflicts = conflicts
    }

    /// The last record of each device that was known when a record was typed: those it saw, what its
    /// device wrote before, and what those knew.
    private static func ancestors(
        of record: EntryRecord,
        _ all: [EntryRecord.Name: EntryRecord]
    ) -> [String: Int] {
        var found: [String: Int] = [:]
        var open = record.seen
        if record.name.sequence > 1 {
            open.append(
                EntryRecord.Name(device: record.name.device, sequence: record.name.sequence - 1)
            )
        }
        while let name = open.popLast() {
            let known = found[name.device] ?? 0
            guard name.sequence > known else { continue }
            found[name.device] = name.sequence
            for sequence in known + 1...name.sequence {
                open += all[EntryRecord.Name(device: name.device, sequence: sequence)]?.seen ?? []
            }
        }
        return found
    }
}
