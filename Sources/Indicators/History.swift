import Columns
import Domain

/// *Geschiedenis*: what ended, by half-year, so that a start can be told from a repeat.
///
/// Per half-year Q the records whose end lies in Q, and, where the holder has no delivery for the
/// half-year after Q, also those that were running: their end is unknown, counts as the last day of
/// Q in merging, and is never an end.
struct History: Sendable {
    /// One record that belongs to the history.
    struct Entry: Sendable {
        let person: UInt32
        let holder: UInt16
        let start: UInt16
        let end: UInt16
        let code: UInt8
        /// Whether the end is unknown.
        let isLost: Bool
    }

    /// The records of one half-year that belong to the history, persons ascending.
    struct Part: Sendable {
        let period: ReportingPeriod
        var entries: [Entry] = []

        /// The first entry of a person or a later one.
        func lowerBound(_ number: UInt32) -> Int {
            var low = 0
            var high = entries.count
            while low < high {
                let middle = (low + high) / 2
                if entries[middle].person < number { low = middle + 1 } else { high = middle }
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
            part.entries.reserveCapacity(ranges[piece].count)
            for row in ranges[piece] {
                let end = records.end[row]
                let isLost = end == 0 && !hasNext[Int(records.holder[row])]
                guard end != 0 || isLost else { continue }
                part.entries.append(
                    Entry(
                        person: records.person[row],
                        holder: records.holder[row],
                        start: records.start[row],
                        end: isLost ? last : end,
                        code: records.code[row],
                        isLost: isLost
                    )
                )
            }
            return part
        }
        var part = Part(period: period)
        part.entries = Array.flattened(found.map(\.entries))
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
        // What ended or runs in the half-year itself comes from its own records.
        parts = history.parts.filter { $0.period < period }
        cursors = parts.map { $0.lowerBound(person) }
        self.isMerging = isMerging
    }

    /// Whether a person has a trajectory whose end lies in a range of days.
    ///
    /// What ended or runs in the half-year itself comes from its own records: the person's rows.
    mutating func hasEnd(
        of person: UInt32,
        in days: ClosedRange<UInt16>,
        records: PeriodRecords,
        range: Range<Int>
    ) -> Bool {
        entries.removeAll(keepingCapacity: true)
        var mayMatch = false
        for index in parts.indices {
            var cursor = cursors[index]
            let count = parts[index].entries.count
            while cursor < count, parts[index].entries[cursor].person < person { cursor += 1 }
            cursors[index] = cursor
            while cursor < count, parts[index].entries[cursor].person == person {
                let entry = parts[index].entries[cursor]
                mayMatch = mayMatch || (!entry.isLost && days.contains(entry.end))
                append(entry.holder, entry.code, entry.start, end: entry.end, !entry.isLost)
                cursor += 1
            }
        }
        for row in range where records.end[row] != 0 {
            mayMatch = mayMatch || days.contains(records.end[row])
        }
        guard mayMatch else { return false }
        for row in range {
            let end = records.end[row]
            append(
                records.holder[row],
                records.code[row],
                records.start[row],
                end: end == 0 ? UInt16.max : end,
                end != 0
            )
        }
        entries.sort { $0.key < $1.key }
        return mergedEnds(days)
    }

    private mutating func append(
        _ holder: UInt16,
        _ code: UInt8,
        _ start: UInt16,
        end: UInt16,
        _ isReal: Bool
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
