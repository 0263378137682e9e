import Domain

/// Writes what one holder reports of youth assistance in one half-year.
struct AssistanceFile {
    let world: World
    let period: ReportingPeriod
    let layout: AssistanceLayout
    let faults: FaultPlan
    /// Whether the figures are those of the first delivery before a redelivery.
    let isPreliminary: Bool

    private let first: Int32
    private let last: Int32
    private let columns: ProtocolColumns
    private let faultKinds = AssistanceFault.allCases

    init(
        _ world: World,
        periodIndex: Int,
        layout: AssistanceLayout,
        faults: FaultPlan,
        isPreliminary: Bool
    ) {
        self.world = world
        period = world.periods[periodIndex]
        self.layout = layout
        self.faults = faults
        self.isPreliminary = isPreliminary
        first = period.start.number
        last = period.end.number
        columns = world.assistanceColumns[periodIndex]
    }

    /// Appends header and records of the holder's trajectories, given by number.
    func append(_ numbers: ArraySlice<Int32>, to bytes: inout [UInt8]) {
        layout.appendHeader(to: &bytes)
        var count = Count()
        for number in numbers {
            let trajectory = world.trajectories[Int(number)]
            guard trajectory.runs(from: first, to: last) else { continue }
            if trajectory.firstRecordEnd == 0 {
                append(
                    trajectory,
                    Int(number),
                    trajectory.start,
                    trajectory.end,
                    isSecond: false,
                    &count,
                    to: &bytes
                )
            } else {
                append(
                    trajectory,
                    Int(number),
                    trajectory.start,
                    trajectory.firstRecordEnd,
                    isSecond: false,
                    &count,
                    to: &bytes
                )
                append(
                    trajectory,
                    Int(number),
                    trajectory.secondRecordStart,
                    trajectory.end,
                    isSecond: true,
                    &count,
                    to: &bytes
                )
            }
        }
        if count.rows == 0 { layout.appendNothing(to: &bytes) }
    }

    private struct Count {
        var rows = 0
        var leftOut = 0
    }

    private func append(
        _ trajectory: Trajectory,
        _ number: Int,
        _ start: Int32,
        _ end: Int32,
        isSecond: Bool,
        _ count: inout Count,
        to bytes: inout [UInt8]
    ) {
        guard start <= last, end >= first else { return }
        let record = number * 2 + (isSecond ? 1 : 0)
        var row = row(trajectory, number, start, end, isFirst: !isSecond)
        if isPreliminary {
            switch FirstVintage(
                record,
                in: period.ordinal,
                seed: world.plan.seed,
                parameters: world.parameters
            )
            {
            case .same: break
            case .omitted: return
            case .stillOpen: clearEnd(&row)
            case .otherReason: if row.reason > 0 { row.reason = row.reason % 5 + 1 }
            case .otherStart:
                if start + 3 <= min(end, last) { row.start = DayTable.digits(start + 3) }
            case .withdrawn:
                var extra = row
                extra.form = row.form % 10 == 4 ? row.form - 1 : row.form + 1
                write(extra, &count, to: &bytes)
            }
        }
        guard faults.isActive else {
            write(row, &count, to: &bytes)
            return
        }
        appendWithFault(row, record, trajectory, isSecond: isSecond, &count, to: &bytes)
    }

    private func write(_ row: AssistanceRow, _ count: inout Count, to bytes: inout [UInt8]) {
        layout.append(row, to: &bytes)
        count.rows += 1
    }

    private func clearEnd(_ row: inout AssistanceRow) {
        row.end = 0
        row.reason = 0
        row.satisfaction = 0
        row.further = 0
        row.informant = 0
    }

    private func appendWithFault(
        _ row: AssistanceRow,
        _ record: Int,
        _ trajectory: Trajectory,
        isSecond: Bool,
        _ count: inout Count,
        to bytes: inout [UInt8]
    ) {
        let delivery = period.ordinal * 2 + (isPreliminary ? 1 : 0)
        let isKnown = world.children[Int(trajectory.child)].isKnown
        guard var choice = faults.choice(record, in: delivery) else {
            write(row, &count, to: &bytes)
            return
        }
        let fault = faultKinds[choice.take(faultKinds.count)]
        guard
            let broken = fault.applied(
                to: row,
                in: period,
                isKnown: isKnown,
                isSecond: isSecond
            ),
            !fault.leavesOut || faults.mayLeaveOut(count.leftOut, ofRows: count.rows)
        else {
            write(row, &count, to: &bytes)
            return
        }
        if fault.isExtra { write(row, &count, to: &bytes) }
        write(broken, &count, to: &bytes)
        if fault.leavesOut { count.leftOut += 1 }
    }

    private func row(
        _ trajectory: Trajectory,
        _ number: Int,
        _ start: Int32,
        _ end: Int32,
        isFirst: Bool
    ) -> AssistanceRow {
        let child = world.children[Int(trajectory.child)]
        let hasEnded = end <= last
        var details = Mixed(world.plan.seed, number, .details)
        let crisis = details.take(1000) < world.parameters[.crisis]
        // Perspective 01 ended in 2017; the code then was stabilising a crisis.
        let perspective = period.year <= 2017 && crisis ? 1 : 2 + details.take(3)
        let splitReason = 1 + details.take(5)
        let isSplit = trajectory.firstRecordEnd > 0
        var row = AssistanceRow(
            number: columns.number(of: child),
            birth: child.deliveredBirth,
            sex: child.sex,
            place: world.places.code(
                ofChild: Int(trajectory.child),
                livingIn: child.home,
                in: period.ordinal
            ),
            referrer: trajectory.referrer,
            form: world.parameters.forms[Int(trajectory.form)].code,
            crisis: crisis ? UInt8(ascii: "J") : UInt8(ascii: "N"),
            perspective: UInt8(perspective),
            start: DayTable.digits(start),
            end: hasEnded ? DayTable.digits(end) : 0,
            reason: !hasEnded ? 0 : isSplit && isFirst ? UInt8(splitReason) : trajectory.reason
        )
        if hasEnded, layout.hasOutcomes {
            var outcome = Mixed(world.plan.seed, number, .outcome)
            if outcome.take(1000) < world.parameters[.outcomeRow] {
                row.satisfaction = UInt8(4 + outcome.take(7))
                row.further = [UInt8](("JDN").utf8)[outcome.take(3)]
                row.informant = [UInt8](("JOH").utf8)[outcome.take(3)]
            }
        }
        return row
    }
}
