import Columns

/// One trajectory after merging: its interval and the rows that speak for it.
struct Trajectory {
    /// First day.
    var start: UInt16
    /// Last day; 0 open.
    var end: UInt16
    /// Form.
    var code: UInt8
    /// Referrer of the first record.
    var referrer: UInt8
    /// Reason of the last record; 0 none.
    var reason: UInt8
    /// What was asked at the end, of the last record.
    var outcome = Outcome()
    /// The row that gives region, age and sex.
    var lead: Int
}

/// *Samenvoegen*: records of the same person, holder and form that overlap are one trajectory.
///
/// Sorted by start and end, open last; a record joins the group while its start is not after the
/// latest end so far, transitively. An end on 30 April and a start on 1 May stay two. Start and
/// referrer come from the first by (start, referrer, crisis N < J < empty); end and reason from the
/// last by (end, open last; then the lowest reason, mark, answer, informant); empty comes last
/// everywhere.
struct Merging {
    /// Whether to merge at all; off only to show what merging does.
    var isOn = true

    /// Runs up to this length are sorted by insertion.
    private static let shortRun = 64

    private var keys: [UInt64] = []
    private var rows: [Int] = []

    /// The trajectories of the rows of one person, appended to `found`.
    mutating func merge(
        _ records: PeriodRecords,
        _ range: Range<Int>,
        into found: inout [Trajectory]
    ) {
        if range.count == 1 || !isOn {
            for row in range { found.append(Merging.single(records, row)) }
            return
        }
        sort(records, range)
        var index = 0
        while index < rows.count {
            var group = Merging.single(records, rows[index])
            var first = rows[index]
            var last = rows[index]
            var latest = group.end == 0 ? UInt16.max : group.end
            var next = index + 1
            while next < rows.count, keys[next] >> 40 == keys[index] >> 40,
                records.start[rows[next]] <= latest
            {
                let row = rows[next]
                if Merging.isEarlier(records, row, than: first) { first = row }
                if Merging.isLater(records, row, than: last) { last = row }
                if LeadRecord.leads(records, row, over: group.lead) { group.lead = row }
                latest = max(latest, records.end[row] == 0 ? UInt16.max : records.end[row])
                next += 1
            }
            if next > index + 1 {
                group.start = records.start[first]
                group.referrer = records.referrer[first]
                group.end = records.end[last]
                group.reason = records.reason[last]
                if !records.outcome.isEmpty { group.outcome = records.outcome[last] }
            }
            found.append(group)
            index = next
        }
    }

    /// A record as a trajectory of its own.
    static func single(_ records: PeriodRecords, _ row: Int) -> Trajectory {
        Trajectory(
            start: records.start[row],
            end: records.end[row],
            code: records.code[row],
            referrer: records.referrer[row],
            reason: records.reason[row],
            outcome: records.outcome.isEmpty ? Outcome() : records.outcome[row],
            lead: row
        )
    }

    /// By holder, form, start and end.
    private mutating func sort(_ records: PeriodRecords, _ range: Range<Int>) {
        keys.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        func key(_ row: Int) -> UInt64 {
            let end = records.end[row] == 0 ? UInt16.max : records.end[row]
            return (UInt64(records.holder[row]) << 8 | UInt64(records.code[row])) << 40
                | UInt64(records.start[row]) << 16 | UInt64(end)
        }
        guard range.count <= Merging.shortRun else {
            // A number used for many children would make insertion quadratic.
            rows = range.sorted { (key($0), $0) < (key($1), $1) }
            keys = rows.map(key)
            return
        }
        for row in range {
            let key = key(row)
            var hole = keys.count
            keys.append(key)
            rows.append(row)
            while hole > 0, keys[hole - 1] > key {
                keys[hole] = keys[hole - 1]
                rows[hole] = rows[hole - 1]
                hole -= 1
            }
            keys[hole] = key
            rows[hole] = row
        }
    }

    private static func isEarlier(_ records: PeriodRecords, _ row: Int, than other: Int) -> Bool {
        func key(_ row: Int) -> (UInt16, UInt8, UInt8) {
            (records.start[row], emptyLast(records.referrer[row]), noBeforeYes(records.crisis[row]))
        }
        return key(row) < key(other)
    }

    private static func isLater(_ records: PeriodRecords, _ row: Int, than other: Int) -> Bool {
        func end(_ row: Int) -> UInt16 {
            records.end[row] == 0 ? UInt16.max : records.end[row]
        }
        if end(row) != end(other) { return end(row) > end(other) }
        let reasons = (emptyLast(records.reason[row]), emptyLast(records.reason[other]))
        guard reasons.0 == reasons.1, !records.outcome.isEmpty else { return reasons.0 < reasons.1 }
        return records.outcome[row].isBefore(records.outcome[other])
    }

    private static func emptyLast(_ code: UInt8) -> UInt8 { code == 0 ? 255 : code }

    /// N (no) before J (yes) before empty.
    private static func noBeforeYes(_ code: UInt8) -> UInt8 {
        switch code {
        case UInt8(ascii: "N"): 0
        case UInt8(ascii: "J"): 1
        default: 2
        }
    }
}

/// *Leidend record*: the record of a youth that gives region, age and sex.
enum LeadRecord {
    /// Whether a row leads over another: known municipality first, then latest start, highest
    /// municipality, holder, form, referrer, sex and birth date; empty is lowest.
    static func leads(_ records: PeriodRecords, _ row: Int, over other: Int) -> Bool {
        let known = records.municipality[row] != 0
        let otherKnown = records.municipality[other] != 0
        if known != otherKnown { return known }
        func from(_ row: Int) -> UInt16 {
            records.takenOver[row] == 0 ? records.start[row] : records.takenOver[row]
        }
        if from(row) != from(other) { return from(row) > from(other) }
        func rest(_ row: Int) -> (UInt16, UInt16, UInt8, UInt8, UInt8, UInt16) {
            (
                records.municipality[row], records.holder[row], records.code[row],
                records.referrer[row], records.sex[row],
                // Unborn is no date, so it stands as low as an empty one.
                records.birth[row] <= PackedDay.beyond ? records.birth[row] : 0
            )
        }
        return rest(row) > rest(other)
    }
}
