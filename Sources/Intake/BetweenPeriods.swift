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
    public mutating func checkAgainst(_ previous: PreviousRecords) {
        let vanishedRule = "INT-301"
        let changedRule = Rule.number(of: "INT-302")
        var vanished = [Int](repeating: 0, count: files.count)
        var changed: [(Int, RowFinding)] = []
        let periodStart = PackedDay.pack(period.start.number)
        var person = 0
        for (index, pseudonym) in previous.pseudonyms.enumerated() {
            while person < pseudonyms.count, pseudonyms[person] < pseudonym { person += 1 }
            let isHere = person < pseudonyms.count && pseudonyms[person] == pseudonym
            let range =
                isHere
                ? Int(order.starts[person])..<Int(order.starts[person + 1]) : 0..<0
            let present = range.map { place -> (file: Int, code: UInt8, start: UInt16, row: Int) in
                let row = Int(order.rows[place])
                let takenOver = rows.wide[3][row]
                return (
                    file(ofRow: row), rows.small[0][row],
                    takenOver == PackedDay.absent ? rows.wide[0][row] : takenOver, row
                )
            }
            let entries = Int(previous.starts[index])..<Int(previous.starts[index + 1])
            let known = Set(entries.map { previous.start[$0] })
            var used: Set<Int> = []
            for entry in entries {
                let file = Int(previous.file[entry])
                let same = present.filter { $0.file == file && $0.code == previous.code[entry] }
                if same.contains(where: { $0.start == previous.start[entry] }) { continue }
                if let other = same.first(where: {
                    $0.start < periodStart && !known.contains($0.start)
                        && !used.contains($0.row)
                }) {
                    used.insert(other.row)
                    changed.append(
                        (
                            file,
                            RowFinding(
                                rule: changedRule,
                                field: layout.code(of: .start),
                                row: UInt32(other.row)
                            )
                        )
                    )
                } else {
                    vanished[file] += 1
                }
            }
        }
        for (file, found) in changed { add(found, toFile: file) }
        for (file, count) in vanished.enumerated() where count > 0 {
            add(Finding(code: vanishedRule, severity: .query, subject: String(count)), toFile: file)
        }
    }
}
