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
        // Few rows are left out: all are counted, and those are taken off again.
        let out = rows.flags.indices.filter { rows.flags[$0] & RowFlag.leftOut != 0 }
        counted = rows.count - out.count
        empty = layout.places.map { place in
            switch place {
            case .none: 0
            case .number:
                rows.numbers.count { !NumberState.isNumber($0) }
                    - out.count { !NumberState.isNumber(rows.numbers[$0]) }
            case .small(let slot): FileTally.absent(rows.small[slot], out)
            case .wide(let slot): FileTally.absent(rows.wide[slot], out)
            case .long(let slot): FileTally.absent(rows.long[slot], out)
            }
        }
        starts = DayCounts(rows.wide[0], without: out)
        ends = DayCounts(rows.wide[1], without: out)
        takenOver = DayCounts(rows.wide[3], without: out)
        births = DayCounts(rows.wide[4], without: out)
        let unsure = RowFlag.leftOut | RowFlag.approximateBirth
        let inexact = rows.flags.indices.filter { rows.flags[$0] & unsure != 0 }
        exactBirths = inexact == out ? births : DayCounts(rows.wide[4], without: inexact)
        let sex = rows.small[RowLayout.sexSlot]
        for row in sex.indices { sexes[Int(sex[row])] += 1 }
        for row in out { sexes[Int(sex[row])] -= 1 }
        let transfer = rows.wide[2]
        handedOver = transfer.count { $0.isDay } - out.count { transfer[$0].isDay }
    }

    /// How many of the rows that count have nothing in a column; absent is 0 in every kind.
    private static func absent<Value: FixedWidthInteger>(_ values: [Value], _ out: [Int]) -> Int {
        values.count { $0 == 0 } - out.count { values[$0] == 0 }
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
    static func sum(_ counts: DayCounts, _ days: ClosedRange<UInt16>) -> Int { counts.sum(days) }

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
        for rule in Rule.numbers(.tally, of: source).map({ Rule.all[$0] }) {
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
