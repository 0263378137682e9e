import Columns
import Definitions
public import Domain

/// Rows of one delivery on which rules look, as columns.
struct RecordBatch {
    /// The rows as read.
    let rows: ScannedRows
    /// What the rules need to know besides the rows.
    let setting: RuleSetting
    /// The start that counts: for measures *overgedragen gekregen*, else *aanvang*.
    let segmentStart: [UInt16]

    init(rows: ScannedRows, setting: RuleSetting) {
        self.rows = rows
        self.setting = setting
        let start = rows.wide[0]
        let takenOver = rows.wide[3]
        segmentStart =
            setting.has(.takenOver)
            ? zip(takenOver, start).map { $0 == PackedDay.absent ? $1 : $0 } : start
    }

    /// The days or municipalities of a column.
    func wide(_ field: RowField) -> [UInt16] { field.wideSlot.map { rows.wide[$0] } ?? [] }

    /// The codes of a column.
    func small(_ field: RowField) -> [UInt8] { field.smallSlot.map { rows.small[$0] } ?? [] }

    /// The rows of which a predicate is true, as flags on a field; none when the file lacks it.
    @inline(__always)
    func flag(_ field: RowField, where isBroken: (Int) -> Bool) -> [RowFinding] {
        guard setting.has(field) else { return [] }
        var found: [RowFinding] = []
        for row in 0..<rows.count where isBroken(row) {
            found.append(RowFinding(rule: 0, field: field.index, row: UInt32(row)))
        }
        return found
    }
}

/// A finding on a row, small enough to keep millions of.
struct RowFinding: Sendable, Equatable {
    /// The place of the rule in ``Rule/all``.
    var rule: UInt8
    /// The field, by ``RowField/index``; 255 for the whole record.
    var field: UInt8
    /// The row in the file, counted from 0 behind the header.
    var row: UInt32
}

/// What rules need to know besides the rows: the period, the columns, the limits.
public struct RuleSetting: Sendable {
    /// The source.
    public let source: String
    /// The half-year.
    public let period: ReportingPeriod
    /// First day of the half-year.
    let periodStart: UInt16
    /// Last day of the half-year.
    let periodEnd: UInt16
    /// Birthdays at which a record is no youth's any more (23).
    let tooOld: Birthdays
    /// Birthdays from which the holder is asked (18).
    let queried: Birthdays
    /// Birthdays at which protection ends (18).
    let adult: Birthdays
    private let fields: Set<RowField>

    init(
        source: String,
        period: ReportingPeriod,
        fields: Set<RowField>,
        tooOld: Birthdays,
        queried: Birthdays,
        adult: Birthdays
    ) {
        self.source = source
        self.period = period
        self.fields = fields
        self.tooOld = tooOld
        self.queried = queried
        self.adult = adult
        periodStart = PackedDay.pack(period.start.number)
        periodEnd = PackedDay.pack(period.end.number)
    }

    /// Whether the file has the column.
    func has(_ field: RowField) -> Bool { fields.contains(field) }
}
