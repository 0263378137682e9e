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
    private(set) var starts = DayCounts()
    /// How many were taken over on each packed day.
    private(set) var takenOver = DayCounts()
    /// How many end on each packed day.
    private(set) var ends = DayCounts()
    /// How many were born on each packed day.
    private(set) var births = DayCounts()
    /// Of those, how many whose day and month are known.
    private(set) var exactBirths = DayCounts()
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
        func days(_ values: [UInt16], where isAsked: (Int) -> Bool = { _ in true }) -> DayCounts {
            DayCounts(values.indices.filter { isCounted[$0] && isAsked($0) }.map { values[$0] })
        }
        starts = days(rows.wide[0])
        ends = days(rows.wide[1])
        takenOver = days(rows.wide[3])
        births = days(rows.wide[4])
        exactBirths = days(rows.wide[4]) { rows.flags[$0] & RowFlag.approximateBirth == 0 }
        let sex = rows.small[RowLayout.sexSlot]
        let transfer = rows.wide[2]
        for row in 0..<rows.count where isCounted[row] {
            sexes[Int(sex[row])] += 1
            if transfer[row].isDay { handedOver += 1 }
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
        starts.add(other.starts)
        takenOver.add(other.takenOver)
        ends.add(other.ends)
        births.add(other.births)
        exactBirths.add(other.exactBirths)
    }

    /// How many of the rows of a count fall on some packed days.
    static func sum(_ counts: DayCounts, _ days: some Sequence<UInt16>) -> Int {
        if let stretch = days as? ClosedRange<UInt16> { return counts.sum(stretch) }
        return days.reduce(0) { $0 + Int(counts[Int($1)]) }
    }

    /// How many rows of a count have a day.
    static func days(_ counts: DayCounts) -> Int { sum(counts, 1...PackedDay.beyond) }
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
