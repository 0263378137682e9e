import Domain

/// Writes what one certified institution reports of protection measures in one half-year.
struct MeasureFile {
    let world: World
    let period: ReportingPeriod
    let layout: MeasureLayout
    let faults: FaultPlan
    /// Whether the figures are those of the first delivery before a redelivery.
    let isPreliminary: Bool

    private let first: Int32
    private let last: Int32
    private let columns: ProtocolColumns
    private let faultKinds = MeasureFault.allCases

    init(
        _ world: World,
        periodIndex: Int,
        layout: MeasureLayout,
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
        columns = world.measureColumns[periodIndex]
    }

    /// Appends header and records of the institution's measures, given by number.
    func append(
        _ numbers: [Int32],
        of institution: UInt16,
        to bytes: inout [UInt8]
    ) {
        layout.appendHeader(to: &bytes)
        var rows = 0
        var leftOut = 0
        for number in numbers {
            let measure = world.measures[Int(number)]
            for segment in measure.segments where segment.institution == institution {
                guard segment.first <= last, segment.last >= first else { continue }
                var row = row(measure, segment)
                let record = Int(number) * 2 + (segment.isReceived ? 1 : 0)
                if isPreliminary {
                    let vintage = FirstVintage(
                        -1 - record,
                        in: period.ordinal,
                        seed: world.plan.seed,
                        parameters: world.parameters
                    )
                    // A transfer is always known to both institutions at once.
                    if case .omitted = vintage, measure.transferred == 0 { continue }
                    if case .stillOpen = vintage {
                        row.end = 0
                        row.reason = 0
                    }
                }
                let delivery = period.ordinal * 2 + (isPreliminary ? 1 : 0)
                if var choice = faults.choice(-1 - record, in: delivery) {
                    let fault = faultKinds[choice.take(faultKinds.count)]
                    let mayLeaveOut =
                        !fault.leavesOut || faults.mayLeaveOut(leftOut, ofRows: rows)
                    if mayLeaveOut, let broken = fault.applied(to: row, in: period) {
                        if fault.leavesOut {
                            layout.append(row, to: &bytes)
                            rows += 1
                            leftOut += 1
                        }
                        row = broken
                    }
                }
                layout.append(row, to: &bytes)
                rows += 1
            }
        }
        if rows == 0 { layout.appendNothing(to: &bytes) }
    }

    private func row(_ measure: Measure, _ segment: Measure.Segment) -> MeasureRow {
        let child = world.children[Int(measure.child)]
        let isLeft = measure.transferred > 0 && !segment.isReceived
        let isOver = segment.last <= last
        return MeasureRow(
            number: columns.number(of: child),
            birth: child.deliveredBirth,
            sex: child.sex,
            place: world.places.code(
                ofChild: Int(measure.child),
                livingIn: child.home,
                in: period.ordinal
            ),
            type: measure.type,
            start: segment.isReceived ? 0 : DayTable.digits(segment.first),
            end: isOver && !isLeft ? DayTable.digits(segment.last) : 0,
            reason: isOver && !isLeft ? measure.reason : 0,
            transferred: isOver && isLeft ? DayTable.digits(segment.last) : 0,
            received: segment.isReceived ? DayTable.digits(segment.first) : 0
        )
    }
}
