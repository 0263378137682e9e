import Columns
import Definitions

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
        guard setting.layout.shape == .persons else {
            segmentStart = []
            return
        }
        let start = rows.wide[0]
        let takenOver = rows.wide[3]
        segmentStart =
            setting.has(.takenOver)
            ? zip(takenOver, start).map { $0 == PackedDay.absent ? $1 : $0 } : start
    }

    /// The days or municipalities of a column.
    func wide(_ field: RowField) -> [UInt16] {
        if case .wide(let slot) = setting.layout.place(of: field) {
            rows.wide[slot]
        } else {
            none()
        }
    }

    /// The codes of a column.
    func small(_ field: RowField) -> [UInt8] {
        if case .small(let slot) = setting.layout.place(of: field) {
            rows.small[slot]
        } else {
            none()
        }
    }

    /// The sets, numbers or marks of a column.
    func long(_ field: RowField) -> [UInt64] {
        if case .long(let slot) = setting.layout.place(of: field) {
            rows.long[slot]
        } else {
            none()
        }
    }

    /// A column that the source does not have: empty in every row.
    private func none<Value: FixedWidthInteger>() -> [Value] {
        [Value](repeating: 0, count: rows.count)
    }

    /// The rows of which a predicate is true, as flags on a field; none when the file lacks it.
    @inline(__always)
    func flag(_ field: RowField, where isBroken: (Int) -> Bool) -> [RowFinding] {
        guard setting.has(field) else { return [] }
        var found: [RowFinding] = []
        let code = setting.layout.code(of: field)
        for row in 0..<rows.count where isBroken(row) {
            found.append(RowFinding(rule: 0, field: code, row: UInt32(row)))
        }
        return found
    }
}

/// A finding on a row, small enough to keep millions of.
struct RowFinding: Sendable, Equatable {
    /// The place of the rule in ``Rule/all``.
    var rule: UInt8
    /// The column, by its place in ``RowLayout/names``; 255 for the whole record.
    var field: UInt8
    /// The row in the file, counted from 0 behind the header.
    var row: UInt32
}
