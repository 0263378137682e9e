import Columns
import Definitions
import Domain

extension DeliveryGroup {
    /// Rules that look at the rows of one person in one file: `INT-110`, `INT-158`, `INT-159`.
    ///
    /// - Complexity: O(*n*) over the cores, for persons with few rows each.
    mutating func checkWithinFiles(context: IntakeContext) throws {
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
            var walk = WithinFileWalk(group: group)
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
    func file(ofRow row: Int) -> Int {
        var low = 0
        var high = firstRows.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if firstRows[middle] <= row { low = middle } else { high = middle }
        }
        return low
    }

    /// Records without a person that are the same in every column as an earlier one of their file.
    private func repeatedRows(ofNobody range: Range<Int>) -> [(Int, RowFinding)] {
        let rule = Rule.number(of: "INT-110")
        var seen: Set<UInt64> = []
        var current = -1
        var found: [(Int, RowFinding)] = []
        for place in range {
            let row = Int(order.rows[place])
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
    var found: [(Int, RowFinding)] = []
    let repeated = Rule.number(of: "INT-110")
    let twice = Rule.number(of: "INT-158")
    let faces = Rule.number(of: "INT-159")
    let code: [UInt8]
    let sex: [UInt8]
    let start: [UInt16]
    let takenOver: [UInt16]
    let birth: [UInt16]

    init(group: DeliveryGroup) {
        self.group = group
        code = group.rows.small[0]
        sex = group.rows.small[8]
        start = group.rows.wide[0]
        takenOver = group.rows.wide[3]
        birth = group.rows.wide[4]
    }

    /// Checks the rows of one person, which stand by file, form, start and end.
    mutating func check(_ places: Range<Int>) {
        guard places.count > 1 else { return }
        var fileStart = places.lowerBound
        while fileStart < places.upperBound {
            let file = group.file(ofRow: Int(group.order.rows[fileStart]))
            let limit = UInt32(group.range(ofFile: file).upperBound)
            var fileEnd = fileStart + 1
            while fileEnd < places.upperBound, group.order.rows[fileEnd] < limit,
                Int(group.order.rows[fileEnd]) >= group.firstRows[file]
            { fileEnd += 1 }
            if fileEnd - fileStart > 1 { checkOneFile(file, fileStart..<fileEnd) }
            fileStart = fileEnd
        }
    }

    private mutating func checkOneFile(_ file: Int, _ places: Range<Int>) {
        let rows = group.order.rows[places].map { Int($0) }.sorted {
            (code[$0], from($0), $0) < (code[$1], from($1), $1)
        }
        // Rows with the same form and start stand next to each other, in the order of the file.
        var seen: Set<UInt64> = []
        for (index, row) in rows.enumerated() {
            let hash = group.rows.hashes[row]
            let isSameStart =
                index > 0 && code[rows[index - 1]] == code[row]
                && from(rows[index - 1]) == from(row)
            guard isSameStart else {
                seen = [hash]
                continue
            }
            if !seen.insert(hash).inserted {
                found.append((file, RowFinding(rule: repeated, field: 255, row: UInt32(row))))
            } else {
                found.append(
                    (
                        file,
                        RowFinding(
                            rule: twice,
                            field: group.layout.code(of: .start),
                            row: UInt32(row)
                        )
                    )
                )
            }
        }
        checkFaces(file, rows.sorted())
    }

    private func from(_ row: Int) -> UInt16 {
        takenOver[row] == PackedDay.absent ? start[row] : takenOver[row]
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
