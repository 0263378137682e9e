import Domain

/// What can be wrong with a record of a protection measure.
enum MeasureFault: CaseIterable {
    // Left out by the intake: extra records.
    case startMissing, endBeforeStart, startAfterPeriod, bothEnds, identical
    // A field is emptied.
    case sexUnknown, placeUnknown, reasonUnknown
    // Kept, to be explained.
    case receivedWithStart, endWithoutReason

    /// Whether the intake leaves the record out, so that it comes beside the good one.
    var leavesOut: Bool {
        switch self {
        case .startMissing, .endBeforeStart, .startAfterPeriod, .bothEnds, .identical: true
        default: false
        }
    }

    /// The record with the fault, or `nil` when this record cannot have it.
    func applied(to good: MeasureRow, in period: ReportingPeriod) -> MeasureRow? {
        var row = good
        let first = period.start.number
        switch self {
        case .startMissing:
            row.start = 0
            row.received = 0
        case .endBeforeStart:
            guard row.received == 0 else { return nil }
            row.start = DayTable.digits(first + 20)
            row.end = DayTable.digits(first + 10)
            row.transferred = 0
        case .startAfterPeriod:
            guard row.received == 0 else { return nil }
            row.start = DayTable.digits(period.end.number + 5)
            row.end = 0
            row.reason = 0
            row.transferred = 0
        case .bothEnds:
            row.end = DayTable.digits(first + 100)
            row.reason = 4
            row.transferred = DayTable.digits(first + 90)
        case .identical: break
        case .sexUnknown: row.sex = UInt8(ascii: "X")
        case .placeUnknown: row.place = AssistanceRow.noSuchPlace
        case .reasonUnknown:
            guard row.reason > 0 else { return nil }
            row.reason = 99
        case .receivedWithStart:
            guard row.received > 0, row.start == 0 else { return nil }
            row.start = row.received
        case .endWithoutReason:
            guard row.reason > 0 else { return nil }
            row.reason = 0
        }
        return row
    }
}
