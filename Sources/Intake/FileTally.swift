import Columns
import Definitions
import Domain

/// Counts over the rows of a file of persons, taken while it is read, from which rules on the
/// plausibility of the whole are answered without its rows.
///
/// Rows that a rule on rows leaves out are not counted.
struct FileTally: Sendable {
    /// How many rows count.
    private(set) var counted = 0
    /// How many of them have nothing in a column, by its place in the layout; of the number, no
    /// person's.
    private(set) var empty: [Int] = []
    /// How many start on each packed day, as delivered.
    private(set) var starts: [UInt32] = []
    /// How many were taken over on each packed day.
    private(set) var takenOver: [UInt32] = []
    /// How many end on each packed day.
    private(set) var ends: [UInt32] = []
    /// How many were born on each packed day.
    private(set) var births: [UInt32] = []
    /// Of those, how many whose day and month are known.
    private(set) var exactBirths: [UInt32] = []
    /// How many have each sex.
    private(set) var sexes = [UInt32](repeating: 0, count: 256)
    /// How many were handed over.
    private(set) var handedOver = 0

    /// Counts nothing yet.
    init() {}

    /// Counts the rows of a piece.
    init(_ rows: ScannedRows, layout: RowLayout) {
        guard layout.shape == .persons, rows.count > 0 else { return }
        empty = [Int](repeating: 0, count: layout.places.count)
        let isCounted = rows.flags.map { $0 & RowFlag.leftOut == 0 }
        counted = isCounted.count { $0 }
        for (place, kept) in layout.places.enumerated() {
            switch kept {
            case .none: continue
            case .number:
                count(&empty[place], rows.numbers, isCounted) { !NumberState.isNumber($0) }
            case .small(let slot): count(&empty[place], rows.small[slot], isCounted) { $0 == 0 }
            case .wide(let slot): count(&empty[place], rows.wide[slot], isCounted) { $0 == 0 }
            case .long(let slot): count(&empty[place], rows.long[slot], isCounted) { $0 == 0 }
            }
        }
        starts = FileTally.histogram(rows.wide[0], isCounted)
        ends = FileTally.histogram(rows.wide[1], isCounted)
        takenOver = FileTally.histogram(rows.wide[3], isCounted)
        births = FileTally.histogram(rows.wide[4], isCounted)
        exactBirths = births
        let sex = rows.small[RowLayout.sexSlot]
        let transfer = rows.wide[2]
        for row in 0..<rows.count where isCounted[row] {
            sexes[Int(sex[row])] += 1
            if transfer[row].isDay { handedOver += 1 }
            if rows.flags[row] & RowFlag.approximateBirth != 0 {
                exactBirths[Int(rows.wide[4][row])] -= 1
            }
        }
    }

    private func count<Value>(
        _ total: inout Int,
        _ values: [Value],
        _ isCounted: [Bool],
        _ isEmpty: (Value) -> Bool
    ) {
        for row in values.indices where isCounted[row] && isEmpty(values[row]) { total += 1 }
    }

    private static func histogram(_ values: [UInt16], _ isCounted: [Bool]) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: 65_536)
        for row in values.indices where isCounted[row] { counts[Int(values[row])] += 1 }
        return counts
    }

    /// Adds the counts of another piece.
    mutating func add(_ other: FileTally) {
        guard other.counted > 0 || !other.empty.isEmpty else { return }
        guard !empty.isEmpty else {
            self = other
            return
        }
        counted += other.counted
        handedOver += other.handedOver
        for place in empty.indices { empty[place] += other.empty[place] }
        for code in sexes.indices { sexes[code] += other.sexes[code] }
        func add(_ counts: inout [UInt32], _ others: [UInt32]) {
            for day in counts.indices { counts[day] += others[day] }
        }
        add(&starts, other.starts)
        add(&takenOver, other.takenOver)
        add(&ends, other.ends)
        add(&births, other.births)
        add(&exactBirths, other.exactBirths)
    }

    /// How many of the rows of a histogram fall in a stretch of packed days.
    static func sum(_ counts: [UInt32], _ days: some Sequence<UInt16>) -> Int {
        counts.isEmpty ? 0 : days.reduce(0) { $0 + Int(counts[Int($1)]) }
    }

    /// How many rows of a histogram have a day.
    static func days(_ counts: [UInt32]) -> Int { sum(counts, 1...PackedDay.beyond) }

    /// How many rows have the most common value, the empty one apart.
    static func mostCommon(_ counts: [UInt32]) -> Int { Int(counts.dropFirst().max() ?? 0) }
}

/// What rules on the plausibility of a file of persons look at.
struct TalliedFile {
    /// The counts.
    let tally: FileTally
    /// What the rules need to know besides them.
    let setting: RuleSetting
}

extension ReadFile {
    /// Asks the rules on the plausibility of the whole.
    mutating func checkTally() {
        guard let setting else { return }
        let file = TalliedFile(tally: tally, setting: setting)
        for rule in Rule.all {
            for finding in rule.check(file) {
                guard case .file(let subject, let field) = finding else { continue }
                findings.append(
                    Finding(
                        code: rule.code,
                        severity: rule.severity,
                        field: field,
                        subject: subject
                    )
                )
            }
        }
    }
}
