import Columns
import Domain

/// *Geschiedenis*: what ended, by half-year, so that a start can be told from a repeat.
///
/// Per half-year Q the records whose end lies in Q, and, where the holder has no delivery for the
/// half-year after Q, also those that were running: their end is unknown, counts as the last day of
/// Q in merging, and is never an end.
struct History: Sendable {
    /// The records of one half-year that belong to the history, persons ascending.
    struct Part: Sendable {
        let period: ReportingPeriod
        var person: [UInt32] = []
        var holder: [UInt16] = []
        var code: [UInt8] = []
        var start: [UInt16] = []
        var end: [UInt16] = []
        /// Whether the end is unknown.
        var isLost: [Bool] = []

        /// The first entry of a person or a later one.
        func lowerBound(_ number: UInt32) -> Int {
            var low = 0
            var high = person.count
            while low < high {
                let middle = (low + high) / 2
                if person[middle] < number { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The parts, earliest half-year first.
    private(set) var parts: [Part] = []

    /// Takes the records of the next half-year in.
    ///
    /// `hasNext` says for each holder whether it has a delivery for the half-year after.
    mutating func append(
        _ records: PeriodRecords,
        period: ReportingPeriod,
        hasNext: [Bool],
        workers: Workers
    ) throws {
        let last = PackedDay.pack(period.end.number)
        let ranges = Workers.ranges(of: records.personRows, pieces: workers.cores * 4)
        let found = try workers.map(ranges.count) { piece in
            var part = Part(period: period)
            for row in ranges[piece] {
                let end = records.end[row]
                let isLost = end == 0 && !hasNext[Int(records.holder[row])]
                guard end != 0 || isLost else { continue }
                part.person.append(records.person[row])
                part.holder.append(records.holder[row])
                part.code.append(records.code[row])
                part.start.append(records.start[row])
                part.end.append(isLost ? last : end)
                part.isLost.append(isLost)
            }
            return part
        }
        var part = Part(period: period)
        part.person = Array.flattened(found.map(\.person))
        part.holder = Array.flattened(found.map(\.holder))
        part.code = Array.flattened(found.map(\.code))
        part.start = Array.flattened(found.map(\.start))
        part.end = Array.flattened(found.map(\.end))
        part.isLost = Array.flattened(found.map(\.isLost))
        parts.append(part)
    }
}

/// Walks through the history beside the persons of a half-year, who ascend.
struct HistoryWalk {
    private let parts: [History.Part]
    private var cursors: [Int]
    private var entries: [(key: UInt64, end: UInt16, isReal: Bool)] = []
    private let isMerging: Bool

    init(_ history: History, upTo period: ReportingPeriod, from person: UInt32, isMerging: Bool) {
        // The lost ones of the half-year itself are running there and come from its records.
        parts = history.parts.filter { $0.period <= period }
        cursors = parts.map { $0.lowerBound(person) }
        self.isMerging = isMerging
    }

    /// Whether a person has a trajectory whose end lies in a range of days.
    ///
    /// What is running in the half-year itself comes from its own records: the person's rows.
    mutating func hasEnd(
        of person: UInt32,
        in days: ClosedRange<UInt16>,
        period: ReportingPeriod,
        records: PeriodRecords,
        range: Range<Int>
    ) -> Bool {
        entries.removeAll(keepingCapacity: true)
        var mayMatch = false
        for index in parts.indices {
            var cursor = cursors[index]
            let count = parts[index].person.count
            while cursor < count, parts[index].person[cursor] < person { cursor += 1 }
            cursors[index] = cursor
            while cursor < count, parts[index].person[cursor] == person {
                let isLost = parts[index].isLost[cursor]
                if !(isLost && parts[index].period == period) {
                    let end = parts[index].end[cursor]
                    mayMatch = mayMatch || (!isLost && days.contains(end))
                    append(
                        holder: parts[index].holder[cursor],
                        code: parts[index].code[cursor],
                        start: parts[index].start[cursor],
                        end: end,
                        isReal: !isLost
                    )
                }
                cursor += 1
            }
        }
        guard mayMatch else { return false }
        for row in range where records.end[row] == 0 {
            append(
                holder: records.holder[row],
                code: records.code[row],
                start: records.start[row],
                end: UInt16.max,
                isReal: false
            )
        }
        entries.sort { $0.key < $1.key }
        return mergedEnds(days)
    }

    private mutating func append(
        holder: UInt16,
        code: UInt8,
        start: UInt16,
        end: UInt16,
        isReal: Bool
    ) {
        let key = (UInt64(holder) << 8 | UInt64(code)) << 16 | UInt64(start)
        entries.append((key, end, isReal))
    }

    /// Merges the entries of the person and looks for an end that is real and in range.
    private func mergedEnds(_ days: ClosedRange<UInt16>) -> Bool {
        var index = 0
        while index < entries.count {
            var end = entries[index].end
            var isReal = entries[index].isReal
            var next = index + 1
            while isMerging, next < entries.count,
                entries[next].key >> 16 == entries[index].key >> 16,
                UInt16(truncatingIfNeeded: entries[next].key) <= end
            {
                let entry = entries[next]
                // At the same day an unknown end comes last, as an open one does.
                if entry.end > end || (entry.end == end && !entry.isReal) {
                    end = entry.end
                    isReal = entry.isReal
                }
                next += 1
            }
            if isReal, days.contains(end) { return true }
            index = next
        }
        return false
    }
}
