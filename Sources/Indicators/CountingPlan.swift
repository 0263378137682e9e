import Columns
import Definitions
import Domain

/// The counting of several indicators, flattened so that a pass over millions of rows touches only
/// numbers: where each cell lies in one array of counters, and by which steps it is found.
struct CountingPlan: Sendable {
    /// What a step looks at, by its place in ``Marks``.
    enum Look: Int, Sendable {
        case code, referrer, reason, age, sex, durationClass, informant, satisfaction, withoutHelp
    }

    /// What all steps may look at of one trajectory: codes as bytes, classes as numbers.
    typealias Marks = InlineArray<9, UInt8>

    /// One step towards a cell: what it looks at, and the table with how far each value leads.
    struct Step: Sendable {
        let look: Int
        let table: Int
    }

    /// What one indicator counts, and where.
    struct Target: Sendable {
        let population: IndicatorDefinition.Population
        let isYouths: Bool
        let steps: Range<Int>
        let blockSize: Int
        let units: Int
        /// Where repeat use is counted, or -1.
        let repeats: Int
        /// Where unknown repeat use is counted, or -1.
        let unknownRepeats: Int
        /// Where days are added up, or -1.
        let days: Int
        /// The first day of earlier help that counts, and how many days before the start it ended.
        let lookBackFrom: UInt16
        let gapDays: UInt16
        /// For youths by form: how far apart forms lie, the number of the total, and the table.
        let formStride: Int
        let formTotal: Int
        let formTable: Int
        /// Its place among the medians, or -1.
        let median: Int
        /// The table of the referrers it is limited to, or -1.
        let referrers: Int
        /// Where it counts what has no new start, and of what that is unknown, or -1.
        let noNewStart: Int
        let noNewStartUnknown: Int
        /// Its counts within the units.
        let extras: Range<Int>
    }

    /// A count within the units of one indicator.
    struct Extra: Sendable {
        /// What it looks at, and the table of what each value adds.
        let look: Int
        let table: Int
        /// Where it is counted.
        let counters: Int
    }

    private(set) var targets: [Target] = []
    private(set) var steps: [Step] = []
    private(set) var extras: [Extra] = []
    /// Tables of 256 distances each, in cells, by a mark.
    private(set) var distances: [UInt32] = []
    /// Tables of 256 numbers each, by the byte of a code.
    private(set) var tables: [UInt8] = []
    /// How many cells are counted one by one, and in how many values are added up.
    private(set) var counterCount = 0
    private(set) var sumCount = 0
    private(set) var medianCount = 0

    init(_ counts: [TrajectoryCount], period: Period) {
        for count in counts { add(count, period: period) }
    }

    private mutating func add(_ count: TrajectoryCount, period: Period) {
        let definition = count.definition
        let isYouths = definition.unit == .child
        let first = steps.count
        var form = (stride: 0, total: -1, table: 0)
        for (axis, stride) in zip(count.axes, count.units.strides) {
            let table = tables.count
            tables += axis.numberOfByte
            if isYouths, axis.breakdown == .form {
                form = (stride, axis.total, table)
            } else {
                addStep(axis, stride: stride)
            }
        }
        let size = count.units.counts.count
        func room(_ isWanted: Bool) -> Int {
            guard isWanted else { return -1 }
            defer { counterCount += size }
            return counterCount
        }
        func sumRoom() -> Int {
            defer { sumCount += size }
            return sumCount
        }
        let firstExtra = extras.count
        let referrers = definition.referrers.map { codes in
            addTable(codes.compactMap { CodeTable.byte(for: $0) })
        }
        for extra in count.extras {
            let table = tables.count
            tables += extra.weights
            extras.append(Extra(look: extra.look.rawValue, table: table, counters: sumRoom()))
        }
        let start = definition.repeatRule?.lookBackYears.map { period.start.years(before: $0) }
        targets.append(
            Target(
                population: definition.population,
                isYouths: isYouths,
                steps: first..<steps.count,
                blockSize: count.units.blockSize,
                units: room(true),
                repeats: room(count.repeats != nil),
                unknownRepeats: room(count.unknownRepeats != nil),
                days: count.days == nil ? -1 : sumRoom(),
                lookBackFrom: start.map { PackedDay.pack($0.number) } ?? 0,
                gapDays: UInt16(definition.repeatRule?.gapDays ?? 0),
                formStride: form.stride,
                formTotal: form.total,
                formTable: form.table,
                median: count.wantsDurations ? medianCount : -1,
                referrers: referrers ?? -1,
                noNewStart: room(count.noNewStart != nil),
                noNewStartUnknown: room(count.noNewStartUnknown != nil),
                extras: firstExtra..<extras.count
            )
        )
        if count.wantsDurations { medianCount += 1 }
    }

    /// A table with 1 for some bytes.
    private mutating func addTable(_ bytes: [UInt8]) -> Int {
        defer { tables += (0..<256).map { bytes.contains(UInt8($0)) ? 1 : 0 } }
        return tables.count
    }

    private mutating func addStep(_ axis: Axis, stride: Int) {
        // Ages and durations come as the number of their class, all else as a byte of a code.
        let (look, isNumber): (Look, Bool) =
            switch axis.breakdown {
            case .form, .heaviestForm, .type: (.code, false)
            case .referrer, .referrerGroup: (.referrer, false)
            case .reason: (.reason, false)
            case .age: (.age, true)
            case .sex: (.sex, false)
            case .durationClass: (.durationClass, true)
            case .informant: (.informant, false)
            default: preconditionFailure("a trajectory has no \(axis.breakdown.rawValue)")
            }
        steps.append(Step(look: look.rawValue, table: distances.count))
        distances += (0..<256).map { mark in
            UInt32((isNumber ? min(mark, axis.size - 1) : Int(axis.numberOfByte[mark])) * stride)
        }
    }

    /// How far a cell lies from the first of its block.
    @inline(__always)
    func cell(of marks: Marks, _ steps: Range<Int>) -> Int {
        var cell: UInt32 = 0
        for index in steps {
            let step = self.steps[index]
            cell &+= distances[step.table + Int(marks[step.look])]
        }
        return Int(cell)
    }

    /// Puts what was counted back into the cubes of the indicators.
    func distribute(
        _ counters: [Int64],
        _ sums: [Int64],
        _ durations: [[TrajectoryCount.Duration]],
        into counts: inout [TrajectoryCount]
    ) {
        for (index, target) in targets.enumerated() {
            let size = counts[index].units.counts.count
            func part(_ start: Int) -> [Int64] { Array(counters[start..<start + size]) }
            func sum(_ start: Int) -> [Int64] { Array(sums[start..<start + size]) }
            counts[index].units.counts = part(target.units)
            if target.repeats >= 0 { counts[index].repeats?.counts = part(target.repeats) }
            if target.unknownRepeats >= 0 {
                counts[index].unknownRepeats?.counts = part(target.unknownRepeats)
            }
            if target.days >= 0 { counts[index].days?.counts = sum(target.days) }
            if target.noNewStart >= 0 { counts[index].noNewStart?.counts = part(target.noNewStart) }
            if target.noNewStartUnknown >= 0 {
                counts[index].noNewStartUnknown?.counts = part(target.noNewStartUnknown)
            }
            for (place, extra) in target.extras.enumerated() {
                counts[index].extras[place].cube.counts = sum(extras[extra].counters)
            }
            if target.median >= 0 { counts[index].durations = durations[target.median] }
        }
    }
}
