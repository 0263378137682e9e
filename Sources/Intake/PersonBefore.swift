import Columns
import Domain

/// A person at one holder in two half-years after each other.
struct PersonBefore {
    /// A record of now, with its row in the group.
    typealias Current = (entry: EarlierRecords.Entry, row: Int)

    /// The records of the half-year before.
    let before: ArraySlice<EarlierRecords.Entry>
    /// The records of now.
    let now: [Current]
    /// First day of the half-year of now.
    let periodStart: UInt16
    /// Whether the source is one of measures.
    let isMeasure: Bool

    /// Whether a record of before has the form and start of one of now.
    func isSame(_ before: EarlierRecords.Entry, _ now: Current) -> Bool {
        before.code == now.entry.code && before.start == now.entry.start
    }
}

extension DeliveryGroup {
    /// Rules against the last accepted half-year on each person, over all of its records.
    ///
    /// The rules on running records that vanished or changed their start (`INT-301`, `INT-302`)
    /// are asked by ``checkAgainst(_:)``.
    public mutating func checkAgainst(earlier: EarlierRecords) {
        checkAgainst(earlier.running)
        let rules = Rule.numbers(.previous, of: source)
        var found: [(file: Int, rule: Int, field: UInt8, row: Int)] = []
        let first = PackedDay.pack(period.start.number)
        var person = 0
        for (index, pseudonym) in earlier.pseudonyms.enumerated() {
            while person < pseudonyms.count, pseudonyms[person] < pseudonym { person += 1 }
            guard person < pseudonyms.count, pseudonyms[person] == pseudonym else { continue }
            let rows = (order.starts[person]..<order.starts[person + 1])
                .map { order.row(at: Int($0)) }.filter { !isLeftOut($0) }
            let before = earlier.entries[earlier.range(ofPerson: index)]
            for file in Set(before.map(\.file)).sorted() {
                let now = rows.filter { self.file(ofRow: $0) == Int(file) }
                guard !now.isEmpty else { continue }
                let pair = PersonBefore(
                    before: before.filter { $0.file == file }[...],
                    now: now.map { (EarlierRecords.Entry(self.rows, row: $0, file: file), $0) },
                    periodStart: first,
                    isMeasure: Rule.measures.contains(source)
                )
                for rule in rules {
                    for (field, row) in Rule.all[rule].check(pair) {
                        found.append((Int(file), rule, layout.code(of: field), row))
                    }
                }
            }
        }
        for one in found {
            add(
                RowFinding(rule: UInt8(one.rule), field: one.field, row: UInt32(one.row)),
                toFile: one.file
            )
        }
    }
}
