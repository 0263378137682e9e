import Columns
import Domain

/// *Geschiedenis* of protection measures: what ended, by half-year.
///
/// Measures are not merged, so an end is an end, unless its reason says that the measure went over
/// into another; and a transfer to another institution is none.
struct MeasureHistory: Sendable {
    private struct Part: Sendable {
        var person: [UInt32] = []
        var end: [UInt16] = []
        var reason: [UInt8] = []
    }

    private var parts: [Part] = []

    /// Takes the records of the next half-year in.
    mutating func append(_ records: PeriodRecords) {
        var part = Part()
        for row in 0..<records.personRows where records.end[row] != 0 {
            part.person.append(records.person[row])
            part.end.append(records.end[row])
            part.reason.append(records.reason[row])
        }
        parts.append(part)
    }

    /// Whether a measure of a person ended in a range of days, for a reason that is an end.
    ///
    /// - Complexity: O(log *n*) for each half-year of the history.
    func hasEnd(of person: UInt32, in days: ClosedRange<UInt16>, except reasons: [UInt8]) -> Bool {
        parts.contains { part in
            var low = 0
            var high = part.person.count
            while low < high {
                let middle = (low + high) / 2
                if part.person[middle] < person { low = middle + 1 } else { high = middle }
            }
            while low < part.person.count, part.person[low] == person {
                if days.contains(part.end[low]), !reasons.contains(part.reason[low]) { return true }
                low += 1
            }
            return false
        }
    }
}
