import Columns
import Definitions
import Domain

extension DeliveryGroup {
    /// Rules that look at the rows of one person in one file: `INT-110`, `INT-158`, `INT-159`.
    ///
    /// - Complexity: O(*n*) over the cores, for persons with few rows each.
    ///
    /// The order of the rows carries all that is looked at in nearly every person, so the columns,
    /// in which the rows of a person lie far apart, are looked at only where something is found.
    mutating func checkWithinFiles(_ entries: [RowOrder.Entry], context: IntakeContext) throws {
        guard layout.shape == .persons else {
            for (file, finding) in repeatedRows(ofNobody: 0..<rows.count) {
                add(finding, toFile: file)
            }
            return
        }
        let persons = order.starts.count - 1
        let ranges = Workers.ranges(of: persons, pieces: context.workers.cores * 8)
        let group = self
        let found = try context.workers.map(persons > 0 ? ranges.count : 0) { piece in
            var walk = WithinFileWalk(group: group, entries: entries)
            for person in ranges[piece] {
                walk.check(Int(group.order.starts[person])..<Int(group.order.starts[person + 1]))
            }
            return walk.found
        }
        for part in found {
            for (file, finding) in part { add(finding, toFile: file) }
        }
        let nobody = Int(order.starts[persons])..<rows.count
        for (file, finding) in repeatedRows(ofNobody: nobody) { add(finding, toFile: file) }
    }

    /// The file a row belongs to.
    func file(ofRow row: Int) -> Int { fileOfRow.isEmpty ? 0 : Int(fileOfRow[row]) }

    /// Records without a person that are the same in every column as an earlier one of their file.
    private func repeatedRows(ofNobody range: Range<Int>) -> [(Int, RowFinding)] {
        let rule = Rule.number(of: "INT-110")
        var seen: Set<UInt64> = []
        var current = -1
        var found: [(Int, RowFinding)] = []
        for place in range {
            let row = order.row(at: place)
            let file = file(ofRow: row)
            if file != current {
                seen = []
                current = file
            }
            if !seen.insert(rows.hashes[row]).inserted {
                found.append((file, RowFinding(rule: rule, field: 255, row: UInt32(row))))
            }
        }
        return found
    }
}

extension ScannedRows {
    /// Marks the rows that findings of rules found together leave out, and counts them by file.
    mutating func markLeftOut(of files: inout [ReadFile], firstRows: [Int]) {
        // Those found row by row are marked while reading.
        let leaving = Rule.all.map { $0.severity == .record }
        for index in files.indices {
            for found in files[index].rowFindings where leaving[Int(found.rule)] {
                flags[firstRows[index] + Int(found.row)] |= RowFlag.leftOut
            }
            let last = index + 1 < firstRows.count ? firstRows[index + 1] : count
            files[index].leftOut = flags[firstRows[index]..<last].count {
                $0 & RowFlag.leftOut != 0
            }
        }
    }
}

/// The walk over the rows of persons.
private struct WithinFileWalk {
    let group: DeliveryGroup
    let entries: [RowOrder.Entry]
    var found: [(Int, RowFinding)] = []
    let repeated = Rule.number(of: "INT-110")
    let twice = Rule.number(of: "INT-158")
    let faces = Rule.number(of: "INT-159")
    let sex: [UInt8]
    let birth: [UInt16]

    init(group: DeliveryGroup, entries: [RowOrder.Entry]) {
        self.group = group
        self.entries = entries
        sex = group.rows.small[8]
        birth = group.rows.wide[4]
    }

    /// Checks the rows of one person, which stand by file, form, start and end.
    mutating func check(_ places: Range<Int>) {
        guard places.count > 1 else { return }
        var first = places.lowerBound
        while first < places.upperBound {
            var last = first
            var sameStart = false
            var otherFace = false
            let file = entries[first].key >> 48
            var face = entries[first].face
            while last + 1 < places.upperBound, entries[last + 1].key >> 48 == file {
                last += 1
                sameStart = sameStart || entries[last].key >> 24 == entries[last - 1].key >> 24
                otherFace = otherFace || !WithinFileWalk.isCompatible(&face, entries[last].face)
            }
            if sameStart { checkSameStarts(Int(file), first...last) }
            if otherFace { checkFaces(Int(file), rows(first...last).sorted()) }
            first = last + 1
        }
    }

    /// Whether a birth date and sex may be those of the rows before, in which an empty one takes
    /// on what is known.
    @inline(__always)
    private static func isCompatible(_ known: inout UInt32, _ face: UInt32) -> Bool {
        if known == face { return true }
        let birth = (known >> 8, face >> 8)
        let sex = (known & 0xFF, face & 0xFF)
        let isSame =
            (birth.0 == birth.1 || birth.0 == UInt32(PackedDay.absent)
                || birth.1 == UInt32(PackedDay.absent))
            && (sex.0 == sex.1 || sex.0 == UInt32(CodeTable.absent)
                || sex.1 == UInt32(CodeTable.absent))
        known = max(birth.0, birth.1) << 8 | max(sex.0, sex.1)
        return isSame
    }

    private func rows(_ places: ClosedRange<Int>) -> [Int] {
        entries[places].map { Int($0.row) }
    }

    /// Looks among rows of the same form and start, in the order of the file, for repeated ones.
    private mutating func checkSameStarts(_ file: Int, _ places: ClosedRange<Int>) {
        var start = places.lowerBound
        while start <= places.upperBound {
            var end = start
            while end < places.upperBound, entries[end + 1].key >> 24 == entries[start].key >> 24 {
                end += 1
            }
            if end > start {
                var seen: Set<UInt64> = []
                for row in rows(start...end).sorted() {
                    let isNew = seen.insert(group.rows.hashes[row]).inserted
                    if seen.count == 1, isNew { continue }
                    let finding =
                        isNew
                        ? RowFinding(
                            rule: twice,
                            field: group.layout.code(of: .start),
                            row: UInt32(row)
                        )
                        : RowFinding(rule: repeated, field: 255, row: UInt32(row))
                    found.append((file, finding))
                }
            }
            start = end + 1
        }
    }

    /// Compares birth date and sex with the first row of the person that has them.
    private mutating func checkFaces(_ file: Int, _ rows: [Int]) {
        let firstBirth = rows.first { birth[$0] != PackedDay.absent }.map { birth[$0] }
        let firstSex = rows.first { sex[$0] != CodeTable.absent }.map { sex[$0] }
        for row in rows {
            if birth[row] != PackedDay.absent, birth[row] != firstBirth {
                found.append(
                    (
                        file,
                        RowFinding(
                            rule: faces,
                            field: group.layout.code(of: .birth),
                            row: UInt32(row)
                        )
                    )
                )
            }
            if sex[row] != CodeTable.absent, sex[row] != firstSex {
                found.append(
                    (
                        file,
                        RowFinding(
                            rule: faces,
                            field: group.layout.code(of: .sex),
                            row: UInt32(row)
                        )
                    )
                )
            }
        }
    }
}
