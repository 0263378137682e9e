import Columns
import Definitions
import Domain

/// One pass over the persons of a period that counts for all indicators on youth assistance.
struct TrajectoryWalk {
    let records: PeriodRecords
    let municipalityPlace: [UInt16]
    let calendar: CalendarTables
    let ageClass: [UInt8]
    let heaviness: [UInt8]
    let plan: CountingPlan
    /// The counters of all indicators, end to end: what is counted one by one, and what is added up.
    private(set) var counters: GatheredCounts
    private(set) var sums: [Int64]
    /// For each indicator with medians the durations of what ended.
    private(set) var durations: [[TrajectoryCount.Duration]]

    private var history: HistoryWalk?
    private var nextStarts: NextStarts?
    private var merging: Merging
    private let first: UInt16
    private let last: UInt16
    private let countsYouths: Bool
    private let needsDurations: Bool
    private var found: [Trajectory] = []
    /// The latest start of the person at hand, in this half-year and the next.
    private var latestStart: UInt16 = 0

    init(
        records: PeriodRecords,
        period: Period,
        places: RegionPlaces,
        calendar: CalendarTables,
        ageClass: [UInt8],
        heaviness: [UInt8],
        plan: CountingPlan,
        history: HistoryWalk?,
        nextStarts: NextStarts?,
        merging: Merging
    ) {
        self.records = records
        municipalityPlace = places.municipalityPlace
        self.calendar = calendar
        self.ageClass = ageClass
        self.heaviness = heaviness
        self.plan = plan
        self.history = history
        self.nextStarts = nextStarts
        self.merging = merging
        counters = GatheredCounts(count: plan.counterCount)
        sums = [Int64](repeating: 0, count: plan.sumCount)
        durations = Array(repeating: [], count: plan.medianCount)
        first = PackedDay.pack(period.start.number)
        last = PackedDay.pack(period.end.number)
        needsDurations = plan.steps.contains {
            $0.look == CountingPlan.Look.durationClass.rawValue
        }
        countsYouths = plan.targets.contains(where: \.isYouths)
    }

    /// Counts the rows of a range, which begins and ends between persons.
    mutating func run(_ range: Range<Int>) {
        var row = range.lowerBound
        while row < range.upperBound {
            let person = records.person[row]
            var end = row + 1
            if person != Numbering.nobody {
                while end < range.upperBound, records.person[end] == person { end += 1 }
                found.removeAll(keepingCapacity: true)
                merging.merge(records, row..<end, into: &found)
                if nextStarts != nil { latestStart = latest(of: person) }
                for index in found.indices { count(found[index], person: person, row..<end) }
                if countsYouths { countYouth(row..<end) }
            } else {
                count(Merging.single(records, row), person: person, row..<end)
            }
            row = end
        }
        counters.settle()
    }

    /// The latest day on which the person at hand started anything.
    private mutating func latest(of person: UInt32) -> UInt16 {
        max(found.map(\.start).max() ?? 0, nextStarts?.latest(of: person) ?? 0)
    }

    private mutating func count(_ trajectory: Trajectory, person: UInt32, _ rows: Range<Int>) {
        let isRunning =
            trajectory.start <= last && (trajectory.end == 0 || trajectory.end >= first)
        let isStarted = trajectory.start >= first && trajectory.start <= last
        let isEnded = trajectory.end != 0 && trajectory.end >= first && trajectory.end <= last
        guard isRunning || isStarted || isEnded else { return }
        let place = Int(municipalityPlace[Int(records.municipality[trajectory.lead])])
        let marks: CountingPlan.Marks = [
            trajectory.code, trajectory.referrer, trajectory.reason,
            ageClass[Int(records.birth[trajectory.lead])], records.sex[trajectory.lead],
            needsDurations && isEnded
                ? UInt8(calendar.durationClass(start: trajectory.start, end: trajectory.end)) : 0,
            trajectory.outcome.informant, trajectory.outcome.satisfaction,
            trajectory.outcome.withoutHelp,
        ]
        for index in plan.targets.indices {
            let target = plan.targets[index]
            guard !target.isYouths else { continue }
            switch target.population {
            case .running where isRunning: break
            case .started where isStarted: break
            case .ended where isEnded: break
            default: continue
            }
            if target.referrers >= 0,
                plan.tables[target.referrers + Int(trajectory.referrer)] == 0
            {
                continue
            }
            let cell = plan.cell(of: marks, target.steps)
            let offset = place * target.blockSize + cell
            counters.add(target.units + offset)
            if target.repeats >= 0 { countRepeat(target, offset, trajectory, person, rows) }
            for extra in target.extras {
                let extra = plan.extras[extra]
                sums[extra.counters + offset] &+=
                    Int64(plan.tables[extra.table + Int(marks[extra.look])])
            }
            if target.noNewStart >= 0, person != Numbering.nobody, latestStart <= trajectory.end {
                counters.add(target.noNewStart + offset)
            }
            if target.noNewStartUnknown >= 0, person == Numbering.nobody {
                counters.add(target.noNewStartUnknown + offset)
            }
            if target.median >= 0 {
                let days = Int32(trajectory.end) - Int32(trajectory.start) + 1
                sums[target.days + offset] &+= Int64(days)
                durations[target.median].append(
                    TrajectoryCount.Duration(
                        place: UInt16(place),
                        cell: UInt32(cell),
                        days: days
                    )
                )
            }
        }
    }

    private mutating func countRepeat(
        _ target: CountingPlan.Target,
        _ offset: Int,
        _ trajectory: Trajectory,
        _ person: UInt32,
        _ rows: Range<Int>
    ) {
        guard person != Numbering.nobody else {
            if target.unknownRepeats >= 0 { counters.add(target.unknownRepeats + offset) }
            return
        }
        guard trajectory.start > target.gapDays,
            trajectory.start - target.gapDays >= target.lookBackFrom
        else { return }
        let days = target.lookBackFrom...(trajectory.start - target.gapDays)
        let isRepeat =
            history?.hasEnd(of: person, in: days, records: records, range: rows)
            ?? false
        if isRepeat { counters.add(target.repeats + offset) }
    }

    /// Counts a youth once in total, once in each form, or once by the heaviest form.
    private mutating func countYouth(_ rows: Range<Int>) {
        var lead = rows.lowerBound
        var heaviest = records.code[rows.lowerBound]
        for row in rows.dropFirst() {
            if LeadRecord.leads(records, row, over: lead) { lead = row }
            let code = records.code[row]
            if heaviness[Int(code)] < heaviness[Int(heaviest)] { heaviest = code }
        }
        let place = Int(municipalityPlace[Int(records.municipality[lead])])
        let marks: CountingPlan.Marks = [
            heaviest, 0, 0, ageClass[Int(records.birth[lead])], records.sex[lead], 0, 0, 0, 0,
        ]
        for index in plan.targets.indices {
            let target = plan.targets[index]
            guard target.isYouths else { continue }
            let base =
                target.units + place * target.blockSize + plan.cell(of: marks, target.steps)
            guard target.formTotal >= 0 else {
                counters.add(base)
                continue
            }
            counters.add(base + target.formTotal * target.formStride)
            var seen: UInt32 = 0
            for row in rows {
                let number = Int(plan.tables[target.formTable + Int(records.code[row])])
                guard seen & (1 << UInt32(number)) == 0 else { continue }
                seen |= 1 << UInt32(number)
                counters.add(base + number * target.formStride)
            }
        }
    }
}
