import Domain

/// What can be wrong with a record of youth assistance.
///
/// Faults are made so that the known truth stays true: what is left out comes as an extra record,
/// and a field is broken only where nothing that is counted in the truth depends on it.
enum AssistanceFault: CaseIterable {
    // Left out by the intake: extra records.
    case startMissing, startImpossible, endUnreadable, endBeforeStart, startAfterPeriod
    case endBeforePeriod, endAfterPeriod, formUnknown, tooOld, identical
    // A field is emptied.
    case sexUnknown, referrerUnknown, placeUnknown, birthUnreadable, reasonUnknown
    case reasonWithoutEnd, numberFailing, perspectiveUnknown
    // Kept, to be explained.
    case endWithoutReason, birthAfterStart, sameStartTwice, otherSex

    /// Whether the record comes as an extra one beside the good one.
    var isExtra: Bool { leavesOut || self == .sameStartTwice }

    /// Whether the intake leaves the record out.
    var leavesOut: Bool {
        switch self {
        case .startMissing, .startImpossible, .endUnreadable, .endBeforeStart, .startAfterPeriod,
            .endBeforePeriod, .endAfterPeriod, .formUnknown, .tooOld, .identical:
            true
        default: false
        }
    }

    /// The record with the fault, or `nil` when this record cannot have it.
    ///
    /// Some faults need the second of two records of one trajectory.
    func applied(
        to row: AssistanceRow,
        in period: ReportingPeriod,
        isKnown: Bool,
        isSecond: Bool
    ) -> AssistanceRow? {
        leavesOut
            ? leftOut(row, period)
            : changed(row, period, isKnown: isKnown, isSecond: isSecond)
    }

    private func leftOut(_ good: AssistanceRow, _ period: ReportingPeriod) -> AssistanceRow? {
        var row = good
        let first = period.start.number
        let last = period.end.number
        switch self {
        case .startMissing: row.start = 0
        case .startImpossible: row.start = UInt32(period.year) * 10_000 + 231
        case .endUnreadable: row.end = UInt32(period.year) * 10_000 + 1341
        case .endBeforeStart: set(&row, first + 20, first + 10)
        case .startAfterPeriod:
            row.start = DayTable.digits(last + 5)
            row.end = 0
            row.reason = 0
        case .endBeforePeriod: set(&row, first - 100, first - 10)
        case .endAfterPeriod: set(&row, first - 30, last + 3)
        case .formUnknown: row.form = 9
        case .tooOld:
            guard row.start > 0, row.birth != 99_999_999 else { return nil }
            row.birth = row.start - 240_000 - row.start % 10_000 + 101
        default: break
        }
        return row
    }

    private func set(_ row: inout AssistanceRow, _ start: Int32, _ end: Int32) {
        row.start = DayTable.digits(start)
        row.end = DayTable.digits(end)
        row.reason = 1
    }

    private func changed(
        _ good: AssistanceRow,
        _ period: ReportingPeriod,
        isKnown: Bool,
        isSecond: Bool
    ) -> AssistanceRow? {
        var row = good
        // The published tables know these referrers; their records stay as they are.
        let isPublished = [1, 2, 4].contains(row.referrer)
        switch self {
        case .sexUnknown: row.sex = UInt8(ascii: "X")
        case .referrerUnknown:
            guard !isPublished else { return nil }
            row.referrer = 19
        case .placeUnknown: row.place = AssistanceRow.noSuchPlace
        case .birthUnreadable: row.birth = 20_101_345
        case .reasonUnknown:
            guard !isPublished, row.reason > 0 else { return nil }
            row.reason = 9
        case .reasonWithoutEnd:
            guard row.end == 0 else { return nil }
            row.reason = 1
        case .numberFailing:
            // Only where there was no person anyway; 911 111 111 fails the test.
            guard !isKnown else { return nil }
            row.number = 911_111_111
        case .perspectiveUnknown: row.perspective = 9
        case .endWithoutReason:
            guard !isPublished, row.reason > 0 else { return nil }
            row.reason = 0
        case .birthAfterStart:
            guard row.start > 0, isKnown else { return nil }
            row.birth = row.start / 10_000 * 10_000 + 10_101
        case .sameStartTwice:
            guard isKnown, row.referrer < 8, period.year > 2015 else { return nil }
            row.referrer = 8
        case .otherSex:
            guard isSecond, isKnown else { return nil }
            row.sex = row.sex == UInt8(ascii: "V") ? UInt8(ascii: "M") : UInt8(ascii: "V")
        default: return nil
        }
        return row
    }
}
