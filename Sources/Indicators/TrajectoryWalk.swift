import Columns
import Definitions
import Domain

/// One pass over the persons of a period that counts for all indicators on youth assistance.
struct TrajectoryWalk {
    let records: PeriodRecords
    let period: Period
    let places: RegionPlaces
    let calendar: CalendarTables
    let ageClass: [UInt8]
    let heaviness: [UInt8]
    var counts: [TrajectoryCount]
    var history: HistoryWalk?
    var merging: Merging

    private let first: UInt16
    private let last: UInt16
    private var found: [Trajectory] = []

    init(
        records: PeriodRecords, period: Period, places: RegionPlaces, calendar: CalendarTables,
        ageClass: [UInt8], heaviness: [UInt8], counts: [TrajectoryCount], history: HistoryWalk?,
        merging: Merging
    ) {
        self.records = records
        self.period = period
        self.places = places
        self.calendar = calendar
        self.ageClass = ageClass
        self.heaviness = heaviness
        self.counts = counts
        self.history = history
        self.merging = merging
        first = PackedDay.pack(period.start.number)
        last = PackedDay.pack(period.end.number)
    }

    /// Counts the rows of a range, which begins and ends between persons.
    mutating func run(_ range: Range<Int>) {
        var row = range.lowerBound
        while row < range.upperBound {
            let person = records.person[row]
            var end = row + 1
            if person != Numbering.nobody {
                while end < range.upperBound, records.person[end] == person { end += 1 }
                countPerson(person, row..<end)
            } else {
                countNobody(row)
            }
            row = end
        }
    }

    private mutating func countPerson(_ person: UInt32, _ rows: Range<Int>) {
        found.removeAll(keepingCapacity: true)
        merging.merge(records, rows, into: &found)
        for trajectory in found { count(trajectory, person: person, rows: rows) }
        countYouth(rows)
    }

    private mutating func countNobody(_ row: Int) {
        let trajectory = Trajectory(
            start: records.start[row], end: records.end[row], code: records.code[row],
            referrer: records.referrer[row], reason: records.reason[row], lead: row)
        count(trajectory, person: nil, rows: row..<row + 1)
    }

    private mutating func count(_ trajectory: Trajectory, person: UInt32?, rows: Range<Int>) {
        let isRunning =
            trajectory.start <= last && (trajectory.end == 0 || trajectory.end >= first)
        let isStarted = trajectory.start >= first && trajectory.start <= last
        let isEnded = trajectory.end != 0 && trajectory.end >= first && trajectory.end <= last
        let place = Int(places.municipalityPlace[Int(records.municipality[trajectory.lead])])
        for index in counts.indices {
            let definition = counts[index].definition
            switch definition.population {
            case .running where isRunning && definition.unit == .trajectory: break
            case .started where isStarted: break
            case .ended where isEnded: break
            default: continue
            }
            let cell = cell(of: trajectory, counts[index].axes, counts[index].units.strides)
            let offset = place * counts[index].units.blockSize + cell
            counts[index].units.counts[offset] &+= 1
            if let rule = definition.repeatRule {
                countRepeat(index, offset, trajectory, person, rows, rule)
            }
            if counts[index].wantsDurations {
                let days = Int32(trajectory.end) - Int32(trajectory.start) + 1
                counts[index].days?.counts[offset] &+= Int64(days)
                counts[index].durations.append((UInt16(place), UInt32(cell), days))
            }
        }
    }

    private mutating func countRepeat(
        _ index: Int, _ offset: Int, _ trajectory: Trajectory, _ person: UInt32?,
        _ rows: Range<Int>, _ rule: IndicatorDefinition.RepeatRule
    ) {
        guard let person else {
            counts[index].unknownRepeats?.counts[offset] &+= 1
            return
        }
        guard case .halfYear(let half) = period else { return }
        let from = PackedDay.pack(period.start.years(before: rule.lookBackYears).number)
        let gap = UInt16(rule.gapDays)
        guard trajectory.start > gap, trajectory.start - gap >= from else { return }
        let days = from...(trajectory.start - gap)
        if history?.hasEnd(
            of: person, in: days, period: half, records: records, range: rows) == true
        {
            counts[index].repeats?.counts[offset] &+= 1
        }
    }

    private func cell(of trajectory: Trajectory, _ axes: [Axis], _ strides: [Int]) -> Int {
        var cell = 0
        for index in axes.indices {
            let number: UInt8
            switch axes[index].breakdown {
            case .form, .heaviestForm: number = axes[index].numberOfByte[Int(trajectory.code)]
            case .referrer: number = axes[index].numberOfByte[Int(trajectory.referrer)]
            case .reason: number = axes[index].numberOfByte[Int(trajectory.reason)]
            case .age: number = ageClass[Int(records.birth[trajectory.lead])]
            case .sex:
                number = axes[index].numberOfByte[Int(records.sex[trajectory.lead])]
            case .durationClass:
                number = UInt8(
                    calendar.durationClass(start: trajectory.start, end: trajectory.end))
            case .type: number = 0
            }
            cell += Int(number) * strides[index]
        }
        return cell
    }

    /// Counts a youth once in total, once in each form, or once by the heaviest form.
    private mutating func countYouth(_ rows: Range<Int>) {
        guard counts.contains(where: { $0.definition.unit == .child }) else { return }
        var lead = rows.lowerBound
        var heaviest = records.code[rows.lowerBound]
        for row in rows.dropFirst() {
            if LeadRecord.leads(records, row, over: lead) { lead = row }
            if heaviness[Int(records.code[row])] < heaviness[Int(heaviest)] {
                heaviest = records.code[row]
            }
        }
        let place = Int(places.municipalityPlace[Int(records.municipality[lead])])
        for index in counts.indices where counts[index].definition.unit == .child {
            let axes = counts[index].axes
            var base = place * counts[index].units.blockSize
            var formStride = 0
            var formAxis: Axis?
            for (axis, stride) in zip(axes, counts[index].units.strides) {
                switch axis.breakdown {
                case .heaviestForm: base += Int(axis.numberOfByte[Int(heaviest)]) * stride
                case .age: base += Int(ageClass[Int(records.birth[lead])]) * stride
                case .sex: base += Int(axis.numberOfByte[Int(records.sex[lead])]) * stride
                case .form:
                    formStride = stride
                    formAxis = axis
                default: break
                }
            }
            guard let formAxis else {
                counts[index].units.counts[base] &+= 1
                continue
            }
            counts[index].units.counts[base + formAxis.total * formStride] &+= 1
            var seen: UInt32 = 0
            for row in rows {
                let number = Int(formAxis.numberOfByte[Int(records.code[row])])
                guard seen & (1 << UInt32(number)) == 0 else { continue }
                seen |= 1 << UInt32(number)
                counts[index].units.counts[base + number * formStride] &+= 1
            }
        }
    }
}
