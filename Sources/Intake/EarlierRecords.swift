public import Columns

/// What was accepted for the half-year before, of the holders in a group: every record of a
/// person, as far as rules between half-years look at it.
public struct EarlierRecords: Sendable {
    /// One record.
    public struct Entry: Sendable, Equatable {
        /// The place of its holder's file in the group that is checked.
        public var file: UInt16
        /// Form or type.
        public var code: UInt8
        /// The day that counts as its start.
        public var start: UInt16
        /// The day that counts as its end; 0 open.
        public var end: UInt16
        /// Birth; 0 empty.
        public var birth: UInt16
        /// Sex; 0 empty.
        public var sex: UInt8
        /// Reason of ending; 0 empty.
        public var reason: UInt8

        /// Creates an entry.
        public init(
            file: UInt16,
            code: UInt8,
            start: UInt16,
            end: UInt16,
            birth: UInt16,
            sex: UInt8,
            reason: UInt8
        ) {
            self.file = file
            self.code = code
            self.start = start
            self.end = end
            self.birth = birth
            self.sex = sex
            self.reason = reason
        }
    }

    /// The persons, ascending.
    public private(set) var pseudonyms: [Pseudonym] = []
    /// For each person where its entries begin, and as last entry their number.
    public private(set) var starts: [UInt32] = [0]
    /// The entries.
    public private(set) var entries: [Entry] = []

    /// Creates no records.
    public init() {}

    /// Puts entries together by person.
    public init(_ given: [(person: Pseudonym, entry: Entry)]) {
        var sorted = given
        if !zip(given, given.dropFirst()).allSatisfy({ $0.person <= $1.person }) {
            // Stable: entries of a person keep their order.
            let order = given.indices.sorted {
                (given[$0].person, $0) < (given[$1].person, $1)
            }
            sorted = order.map { given[$0] }
        }
        for (person, entry) in sorted {
            if pseudonyms.last != person || pseudonyms.isEmpty {
                if !pseudonyms.isEmpty { starts.append(UInt32(entries.count)) }
                pseudonyms.append(person)
            }
            entries.append(entry)
        }
        if !pseudonyms.isEmpty { starts.append(UInt32(entries.count)) }
    }

    /// The records of an earlier group with pseudonyms of the same key.
    ///
    /// - Parameters:
    ///   - group: the earlier group.
    ///   - place: for each file of it the place of the same holder's file in the later group.
    public init(_ group: DeliveryGroup, place: [Int: Int]) {
        var found: [(person: Pseudonym, entry: Entry)] = []
        let rows = group.rows
        for (person, pseudonym) in group.pseudonyms.enumerated() {
            for index in group.order.starts[person]..<group.order.starts[person + 1] {
                let row = group.order.row(at: Int(index))
                guard !group.isLeftOut(row), let file = place[group.file(ofRow: row)] else {
                    continue
                }
                found.append((pseudonym, Entry(rows, row: row, file: UInt16(file))))
            }
        }
        self.init(found)
    }

    /// The entries of a person.
    func range(ofPerson index: Int) -> Range<Int> {
        Int(starts[index])..<Int(starts[index + 1])
    }

    /// The records that were running, for the rules that look for them.
    public var running: PreviousRecords {
        var previous = PreviousRecords()
        for (index, pseudonym) in pseudonyms.enumerated() {
            let open = entries[range(ofPerson: index)].filter { $0.end == PackedDay.absent }
            guard !open.isEmpty else { continue }
            previous.append(pseudonym, open.map { ($0.file, $0.code, $0.start) })
        }
        return previous
    }
}

extension EarlierRecords.Entry {
    /// A row as an entry.
    init(_ rows: ScannedRows, row: Int, file: UInt16) {
        let takenOver = rows.wide[3][row]
        let handedOver = rows.wide[2][row]
        self.init(
            file: file,
            code: rows.small[0][row],
            start: takenOver == PackedDay.absent ? rows.wide[0][row] : takenOver,
            end: handedOver == PackedDay.absent ? rows.wide[1][row] : handedOver,
            birth: rows.wide[4][row],
            sex: rows.small[RowLayout.sexSlot][row],
            reason: rows.small[4][row]
        )
    }
}
