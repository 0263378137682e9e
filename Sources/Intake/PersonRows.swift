import Columns
import Definitions

/// What rules on persons look at in the rows of a group, found once: persons are many.
final class PersonColumns: Sendable {
    /// Marks on the rows.
    let flags: [UInt8]
    /// The form of help or type of measure.
    let code: [UInt8]
    /// The reason of ending.
    let reason: [UInt8]
    /// The first day, as delivered.
    let start: [UInt16]
    /// The last day.
    let end: [UInt16]
    /// The last day before a transfer.
    let handedOver: [UInt16]
    /// The first day after a transfer.
    let takenOver: [UInt16]
    /// What the rules need to know besides the rows.
    let setting: RuleSetting

    /// Looks up the columns, which stand in the same place in every source of persons.
    init(_ rows: ScannedRows, setting: RuleSetting) {
        flags = rows.flags
        code = rows.small[0]
        reason = rows.small[4]
        start = rows.wide[0]
        end = rows.wide[1]
        handedOver = rows.wide[2]
        takenOver = rows.wide[3]
        self.setting = setting
    }
}

/// The rows of one person in one file, in the order of form, start and end.
struct PersonRows {
    /// The columns of the group the file is in.
    let columns: PersonColumns
    /// The person's rows, by their place in the group.
    let rows: ArraySlice<UInt32>

    /// The rows that make a pair with one before them, each once.
    ///
    /// A person with very many rows is passed over: that is a number used as a default, which
    /// another rule (`INT-172`) tells.
    func pairs(_ isPair: (_ first: Int, _ second: Int) -> Bool) -> [Int] {
        guard rows.count <= 64 else { return [] }
        return rows.indices.dropFirst().filter { index in
            let second = Int(rows[index])
            return columns.flags[second] & RowFlag.leftOut == 0
                && rows[..<index].contains { first in
                    columns.flags[Int(first)] & RowFlag.leftOut == 0 && isPair(Int(first), second)
                }
        }.map { Int(rows[$0]) }
    }

    /// Whether two stretches have at least so many days in common; open is without end.
    func overlap(
        _ from: UInt16,
        _ until: UInt16,
        _ otherFrom: UInt16,
        _ otherUntil: UInt16,
        days: Int = 1
    ) -> Bool {
        guard from.isDay, otherFrom.isDay else { return false }
        let last = min(until.isDay ? until : .max, otherUntil.isDay ? otherUntil : .max)
        return Int(last) - Int(max(from, otherFrom)) + 1 >= days
    }

    /// A finding on a row of the group.
    func finding(_ field: RowField, _ row: Int) -> FileFinding {
        .row(field: columns.setting.layout.code(of: field), row: row)
    }
}

extension DeliveryGroup {
    /// Rules that look at the rows of one person in one file.
    ///
    /// - Complexity: O(*n*) over the cores, for persons with few rows each.
    ///
    /// The order of the rows tells of nearly every person of youth assistance that no rule can be
    /// broken; only of the others are the columns looked at.
    mutating func checkPersons(_ entries: [RowOrder.Entry], context: IntakeContext) throws {
        let rules = Rule.numbers(.person, of: source)
        let persons = order.starts.count - 1
        guard layout.shape == .persons, !rules.isEmpty, persons > 0 else { return }
        let ranges = Workers.ranges(of: persons, pieces: context.workers.cores * 8)
        let group = self
        let isScreened = !Rule.measures.contains(source)
        let many = files.compactMap { $0.setting?.limit("number-records") }.min() ?? .max
        let found = try context.workers.map(ranges.count) { piece in
            var found: [(file: Int, rule: Int, finding: FileFinding)] = []
            var columns: (file: Int, of: PersonColumns)?
            for person in ranges[piece] {
                let places = Int(group.order.starts[person])..<Int(group.order.starts[person + 1])
                guard places.count > 1,
                    !isScreened || places.count > many
                        || DeliveryGroup.mayOverlap(entries, places)
                else { continue }
                for (file, rows) in group.byFile(places) where rows.count > 1 {
                    if columns?.file != file {
                        columns = group.files[file].setting.map {
                            (file, PersonColumns(group.rows, setting: $0))
                        }
                    }
                    guard let own = columns?.of else { continue }
                    let person = PersonRows(columns: own, rows: rows)
                    for rule in rules {
                        for finding in Rule.all[rule].check(person) {
                            found.append((file, rule, finding))
                        }
                    }
                }
            }
            return found
        }
        for part in found {
            for (file, rule, finding) in part { add(finding, ofRule: rule, toFile: file) }
        }
    }

    /// Whether records of the same form, or two with residence, may overlap.
    private static func mayOverlap(_ entries: [RowOrder.Entry], _ places: Range<Int>) -> Bool {
        var last: (group: UInt64, until: UInt64) = (.max, 0)
        var residences = 0
        for place in places {
            let key = entries[place].key
            let group = key >> 40
            let from = key >> 24 & 0xFFFF
            let end = key >> 8 & 0xFFFF
            if group == last.group, from <= last.until { return true }
            let until = end == 0 ? UInt64.max : end
            last = (group, group == last.group ? max(last.until, until) : until)
            if (11...14).contains(group & 0xFF) { residences += 1 }
        }
        return residences > 1 && residencesOverlap(entries, places)
    }

    /// Whether two records with residence of different forms have two days or more in common.
    private static func residencesOverlap(
        _ entries: [RowOrder.Entry],
        _ places: Range<Int>
    ) -> Bool {
        for place in places {
            let one = entries[place].key
            guard (11...14).contains(one >> 40 & 0xFF) else { continue }
            for later in place + 1..<places.upperBound {
                let other = entries[later].key
                guard (11...14).contains(other >> 40 & 0xFF), other >> 40 != one >> 40 else {
                    continue
                }
                let from = max(one >> 24 & 0xFFFF, other >> 24 & 0xFFFF)
                let ends = (one >> 8 & 0xFFFF, other >> 8 & 0xFFFF)
                let until = min(ends.0 == 0 ? .max : ends.0, ends.1 == 0 ? .max : ends.1)
                if until > from { return true }
            }
        }
        return false
    }

    /// The places of one person, cut where another file begins.
    private func byFile(_ places: Range<Int>) -> [(Int, ArraySlice<UInt32>)] {
        if files.count == 1 { return [(0, order.rows(at: places))] }
        var parts: [(Int, ArraySlice<UInt32>)] = []
        var start = places.lowerBound
        while start < places.upperBound {
            let file = file(ofRow: order.row(at: start))
            let own = range(ofFile: file)
            var end = start + 1
            while end < places.upperBound, own.contains(order.row(at: end)) { end += 1 }
            parts.append((file, order.rows(at: start..<end)))
            start = end
        }
        return parts
    }
}
