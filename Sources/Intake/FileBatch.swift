import Columns
import Domain

/// All rows of one file, as columns, for rules that look at a file as a whole.
struct FileBatch {
    /// The rows of the group the file is in.
    let rows: ScannedRows
    /// Which of them are the file's.
    let range: Range<Int>
    /// What the rules need to know besides the rows.
    let setting: RuleSetting

    /// The days or municipalities of a column, by row of the group.
    func wide(_ field: RowField) -> [UInt16] {
        if case .wide(let slot) = setting.layout.place(of: field) { rows.wide[slot] } else { [] }
    }

    /// The codes of a column, by row of the group.
    func small(_ field: RowField) -> [UInt8] {
        if case .small(let slot) = setting.layout.place(of: field) { rows.small[slot] } else { [] }
    }

    /// The sets, numbers or marks of a column, by row of the group.
    func long(_ field: RowField) -> [UInt64] {
        if case .long(let slot) = setting.layout.place(of: field) { rows.long[slot] } else { [] }
    }

    /// The rows that count: those that no rule leaves out.
    func count(where isCounted: (Int) -> Bool) -> Int {
        var count = 0
        for row in range where rows.flags[row] & RowFlag.leftOut == 0 && isCounted(row) {
            count += 1
        }
        return count
    }

    /// The number of rows that count.
    var counted: Int { count { _ in true } }

    /// How many of the rows that count have nothing in a column; of the number, no person's.
    func empty(_ field: RowField) -> Int {
        switch setting.layout.place(of: field) {
        case .none: 0
        case .number: count { !NumberState.isNumber(rows.numbers[$0]) }
        case .small(let slot): count { rows.small[slot][$0] == CodeTable.absent }
        case .wide(let slot): count { rows.wide[slot][$0] == PackedDay.absent }
        case .long(let slot): count { rows.long[slot][$0] == LongValue.absent }
        }
    }

    /// How many of the rows that count have the most common value of a column of codes or days.
    func mostCommon(_ field: RowField) -> Int {
        var counts = [Int](repeating: 0, count: 65_536)
        switch setting.layout.place(of: field) {
        case .small(let slot):
            for row in range where rows.flags[row] & RowFlag.leftOut == 0 {
                counts[Int(rows.small[slot][row])] += 1
            }
        case .wide(let slot):
            for row in range where rows.flags[row] & RowFlag.leftOut == 0 {
                counts[Int(rows.wide[slot][row])] += 1
            }
        case .none, .number, .long: return 0
        }
        counts[0] = 0
        return counts.max() ?? 0
    }

    /// The rows that count, together by their mark in a column, in the order of the file.
    ///
    /// Rows without a mark are in none of the groups.
    func groups(by field: RowField) -> [[Int]] {
        let marks = long(field)
        guard !marks.isEmpty else { return [] }
        return groups { marks[$0] == LongValue.unreadable ? LongValue.absent : marks[$0] }
    }

    /// The rows that count, together by a key, in the order of the file; none for ``LongValue/absent``.
    func groups(by key: (Int) -> UInt64) -> [[Int]] {
        var places: [UInt64: Int] = [:]
        var groups: [[Int]] = []
        for row in range where rows.flags[row] & RowFlag.leftOut == 0 {
            let key = key(row)
            guard key != LongValue.absent else { continue }
            if let place = places[key] {
                groups[place].append(row)
            } else {
                places[key] = groups.count
                groups.append([row])
            }
        }
        return groups
    }

    /// A finding on a row of the group.
    func finding(_ field: RowField?, _ row: Int) -> FileFinding {
        .row(field: field.map { setting.layout.code(of: $0) } ?? 255, row: row)
    }

    /// A share in whole percents, rounded half up.
    static func percent(_ part: Int, of whole: Int) -> Int {
        whole > 0 ? (part * 200 + whole) / (whole * 2) : 0
    }
}

/// What a rule on a whole file finds.
enum FileFinding: Sendable {
    /// A row of the group, with the place of its column or 255.
    case row(field: UInt8, row: Int)
    /// The file itself; the subject is a count, a share or the name of a column.
    case file(subject: String, field: String? = nil)
}

extension DeliveryGroup {
    /// Rules that look at all rows of a file.
    ///
    /// - Complexity: O(*n*) for each rule, over the cores.
    mutating func checkWholeFiles(context: IntakeContext) throws {
        let rules = Rule.numbers(.file, of: source)
        guard !rules.isEmpty else { return }
        for file in files.indices {
            guard let setting = files[file].setting, !files[file].isRefused else { continue }
            let batch = FileBatch(rows: rows, range: range(ofFile: file), setting: setting)
            let found = try context.workers.map(rules.count) { Rule.all[rules[$0]].check(batch) }
            for (number, findings) in zip(rules, found) {
                for finding in findings { add(finding, ofRule: number, toFile: file) }
            }
        }
    }

    /// Adds what a rule on a whole file or a person found.
    mutating func add(_ finding: FileFinding, ofRule number: Int, toFile file: Int) {
        let rule = Rule.all[number]
        switch finding {
        case .row(let field, let row):
            add(RowFinding(rule: UInt8(number), field: field, row: UInt32(row)), toFile: file)
        case .file(let subject, let field):
            add(
                Finding(code: rule.code, severity: rule.severity, field: field, subject: subject),
                toFile: file
            )
        }
    }
}
