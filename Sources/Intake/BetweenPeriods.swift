public import Columns
import Domain

/// What was accepted for the half-year before, of the holders in a group: what running records
/// must be delivered again.
public struct PreviousRecords: Sendable {
    /// The persons, ascending.
    public var pseudonyms: [Pseudonym] = []
    /// For each person where its entries begin, and as last entry their number.
    public var starts: [UInt32] = [0]
    /// For each entry the place of its holder's file in the group.
    public var file: [UInt16] = []
    /// For each entry the form or type.
    public var code: [UInt8] = []
    /// For each entry the start of the segment.
    public var start: [UInt16] = []

    /// Creates no records.
    public init() {}

    /// Adds a person with what was running, after those before it.
    public mutating func append(
        _ pseudonym: Pseudonym,
        _ entries: [(file: UInt16, code: UInt8, start: UInt16)]
    ) {
        pseudonyms.append(pseudonym)
        for entry in entries {
            file.append(entry.file)
            code.append(entry.code)
            start.append(entry.start)
        }
        starts.append(UInt32(file.count))
    }
}

extension DeliveryGroup {
    /// Rules against the last accepted half-year: `INT-301` and `INT-302`.
    ///
    /// A record that was running is looked for by person, form and start. Where only the start
    /// differs, and the one delivered was no new start, it has changed; where there is none, it
    /// has vanished.
    ///
    /// - Complexity: O(*n* log *m*) for *n* records that were running and at most *m* rows of one
    ///   person, who may be a number that stands for very many children.
    public mutating func checkAgainst(_ previous: PreviousRecords) {
        let (changed, vanished) = compared(with: previous)
        let rule = Rule.number(of: "INT-302")
        for (file, row) in changed {
            let field = layout.code(of: .start)
            add(RowFinding(rule: rule, field: field, row: UInt32(row)), toFile: file)
        }
        for (file, count) in vanished.enumerated() where count > 0 {
            add(Finding(code: "INT-301", severity: .query, subject: String(count)), toFile: file)
        }
    }

    /// The rows whose start has changed, and for each file how many records have vanished.
    private func compared(
        with previous: PreviousRecords
    ) -> (changed: [(file: Int, row: Int)], vanished: [Int]) {
        var vanished = [Int](repeating: 0, count: files.count)
        var changed: [(file: Int, row: Int)] = []
        var rows = RowsOfPerson(self)
        var person = 0
        for (index, pseudonym) in previous.pseudonyms.enumerated() {
            while person < pseudonyms.count, pseudonyms[person] < pseudonym { person += 1 }
            let isHere = person < pseudonyms.count && pseudonyms[person] == pseudonym
            rows.look(
                in: isHere ? Int(order.starts[person])..<Int(order.starts[person + 1]) : 0..<0
            )
            let entries = Int(previous.starts[index])..<Int(previous.starts[index + 1])
            for entry in entries {
                let file = Int(previous.file[entry])
                let code = previous.code[entry]
                if rows.has(file, code, previous.start[entry]) { continue }
                if let row = rows.nextChanged(file, code, from: { previous.start[entries] }) {
                    changed.append((file, row))
                } else {
                    vanished[file] += 1
                }
            }
        }
        return (changed, vanished)
    }
}

/// The rows of one person, searched by file, form and start: the order in which they stand.
private struct RowsOfPerson {
    private let group: DeliveryGroup
    private let periodStart: UInt16
    private var places = 0..<0
    /// For a file and form the first place at which no changed record was looked for yet.
    private var cursors: [Int: Int] = [:]
    /// The starts of all that was running, once they are needed.
    private var known: Set<UInt16>?

    init(_ group: DeliveryGroup) {
        self.group = group
        periodStart = PackedDay.pack(group.period.start.number)
    }

    /// Turns to the rows of another person.
    mutating func look(in places: Range<Int>) {
        self.places = places
        if !cursors.isEmpty { cursors = [:] }
        known = nil
    }

    /// Whether a record with this start was delivered.
    func has(_ file: Int, _ code: UInt8, _ start: UInt16) -> Bool {
        let place = lowerBound(file, code, start)
        return place < places.upperBound && key(place) == (file, code, start)
    }

    /// The next row of a file and form that started before the half-year on a day on which nothing
    /// that was running had started; each row is given once.
    mutating func nextChanged(
        _ file: Int,
        _ code: UInt8,
        from running: () -> ArraySlice<UInt16>
    ) -> Int? {
        guard !places.isEmpty else { return nil }
        let known = self.known ?? Set(running())
        self.known = known
        let cursor = file << 8 | Int(code)
        var place = cursors[cursor] ?? lowerBound(file, code, 0)
        defer { cursors[cursor] = place }
        while place < places.upperBound {
            let found = key(place)
            guard (found.0, found.1) == (file, code), found.2 < periodStart else { return nil }
            place += 1
            if !known.contains(found.2) { return group.order.row(at: place - 1) }
        }
        return nil
    }

    private func lowerBound(_ file: Int, _ code: UInt8, _ start: UInt16) -> Int {
        var low = places.lowerBound
        var high = places.upperBound
        while low < high {
            let middle = (low + high) / 2
            if key(middle) < (file, code, start) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func key(_ place: Int) -> (Int, UInt8, UInt16) {
        let row = group.order.row(at: place)
        let takenOver = group.rows.wide[3][row]
        return (
            group.file(ofRow: row), group.rows.small[0][row],
            takenOver == PackedDay.absent ? group.rows.wide[0][row] : takenOver
        )
    }
}
