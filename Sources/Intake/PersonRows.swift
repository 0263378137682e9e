import Columns
import Definitions

/// The rows of one person in one file, in the order of form, start and end.
struct PersonRows {
    /// The rows of the group the file is in.
    let all: ScannedRows
    /// The person's, by their place in ``all``.
    let rows: ArraySlice<UInt32>
    /// What the rules need to know besides the rows.
    let setting: RuleSetting

    /// The codes of a column, by row of the group; none when the source lacks it.
    func small(_ field: RowField) -> [UInt8] {
        if case .small(let slot) = setting.layout.place(of: field) { all.small[slot] } else { [] }
    }

    /// The days of a column, by row of the group; none when the source lacks it.
    func wide(_ field: RowField) -> [UInt16] {
        if case .wide(let slot) = setting.layout.place(of: field) { all.wide[slot] } else { [] }
    }

    /// The rows that make a pair with one before them, each once.
    ///
    /// A person with very many rows is passed over: that is a number used as a default, which
    /// another rule (`INT-172`) tells.
    func pairs(_ isPair: (_ first: Int, _ second: Int) -> Bool) -> [Int] {
        guard rows.count <= 64 else { return [] }
        return rows.indices.dropFirst().filter { index in
            let second = Int(rows[index])
            return all.flags[second] & RowFlag.leftOut == 0
                && rows[..<index].contains { first in
                    all.flags[Int(first)] & RowFlag.leftOut == 0 && isPair(Int(first), second)
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
        .row(field: setting.layout.code(of: field), row: row)
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
        let rules = Rule.all.indices.filter {
            Rule.all[$0].isOnPersons && Rule.all[$0].sources.contains(source)
        }
        let persons = order.starts.count - 1
        guard layout.shape == .persons, !rules.isEmpty, persons > 0 else { return }
        let ranges = Workers.ranges(of: persons, pieces: context.workers.cores * 8)
        let group = self
        let isScreened = !Rule.measures.contains(source)
        let many = files.compactMap { $0.setting?.limit("number-records") }.min() ?? .max
        let found = try context.workers.map(ranges.count) { piece in
            var found: [(file: Int, rule: Int, finding: FileFinding)] = []
            for person in ranges[piece] {
                let places = Int(group.order.starts[person])..<Int(group.order.starts[person + 1])
                guard places.count > 1,
                    !isScreened || places.count > many
                        || DeliveryGroup.mayOverlap(entries[places])
                else { continue }
                for (file, rows) in group.byFile(places) where rows.count > 1 {
                    guard let setting = group.files[file].setting else { continue }
                    let person = PersonRows(all: group.rows, rows: rows, setting: setting)
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
    private static func mayOverlap(_ entries: ArraySlice<RowOrder.Entry>) -> Bool {
        var last: (group: UInt64, until: UInt64) = (.max, 0)
        for entry in entries {
            let group = entry.key >> 40
            let from = entry.key >> 24 & 0xFFFF
            let end = entry.key >> 8 & 0xFFFF
            if group == last.group, from <= last.until { return true }
            let until = end == 0 ? UInt64.max : end
            last = (group, group == last.group ? max(last.until, until) : until)
        }
        return residencesOverlap(entries)
    }

    /// Whether two records with residence of different forms have two days or more in common.
    private static func residencesOverlap(_ entries: ArraySlice<RowOrder.Entry>) -> Bool {
        for index in entries.indices {
            let one = entries[index].key
            guard (11...14).contains(one >> 40 & 0xFF) else { continue }
            for other in entries[(index + 1)...].lazy.map(\.key)
            where (11...14).contains(other >> 40 & 0xFF) && other >> 40 != one >> 40 {
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
        if files.count == 1 { return [(0, order.rows[places])] }
        var parts: [(Int, ArraySlice<UInt32>)] = []
        var start = places.lowerBound
        while start < places.upperBound {
            let file = file(ofRow: Int(order.rows[start]))
            let own = range(ofFile: file)
            var end = start + 1
            while end < places.upperBound, own.contains(Int(order.rows[end])) { end += 1 }
            parts.append((file, order.rows[start..<end]))
            start = end
        }
        return parts
    }
}
