import Columns
import Domain
import Linkage
import Store

/// *Records van P*: the records of the latest accepted vintages of a half-year, unmerged, the rows
/// of a person together and persons ascending; rows of nobody last.
struct PeriodRecords: Sendable {
    /// For each row its person number, or ``Numbering/nobody``.
    var person: [UInt32] = []
    /// For each row its holder, by place among the holders.
    var holder: [UInt16] = []
    /// Form or type.
    var code: [UInt8] = []
    /// Referrer; 0 empty.
    var referrer: [UInt8] = []
    /// Started in a crisis; 0 empty.
    var crisis: [UInt8] = []
    /// Reason of ending; 0 empty.
    var reason: [UInt8] = []
    /// Sex; 0 empty.
    var sex: [UInt8] = []
    /// Start (for measures: *aanvang*; 0 when taken over).
    var start: [UInt16] = []
    /// End; 0 open.
    var end: [UInt16] = []
    /// Handed over; 0 not.
    var handedOver: [UInt16] = []
    /// Taken over; 0 not.
    var takenOver: [UInt16] = []
    /// Birth; 0 empty.
    var birth: [UInt16] = []
    /// Municipality as delivered, by number; 0 none.
    var municipality: [UInt16] = []
    /// What was asked at the end; empty when no indicator needs it.
    var outcome: [Outcome] = []

    /// The number of rows.
    var count: Int { person.count }

    /// Where the rows of nobody begin.
    var personRows: Int {
        var low = 0
        var high = person.count
        while low < high {
            let middle = (low + high) / 2
            if person[middle] == Numbering.nobody { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Appends one row of other records.
    mutating func append(_ other: PeriodRecords, row: Int) {
        person.append(other.person[row])
        holder.append(other.holder[row])
        code.append(other.code[row])
        referrer.append(other.referrer[row])
        crisis.append(other.crisis[row])
        reason.append(other.reason[row])
        sex.append(other.sex[row])
        start.append(other.start[row])
        end.append(other.end[row])
        handedOver.append(other.handedOver[row])
        takenOver.append(other.takenOver[row])
        birth.append(other.birth[row])
        municipality.append(other.municipality[row])
        if !other.outcome.isEmpty { outcome.append(other.outcome[row]) }
    }

    /// The rows in another order.
    func ordered(_ rows: [UInt32]) -> PeriodRecords {
        func pick<Value>(_ values: [Value]) -> [Value] { rows.map { values[Int($0)] } }
        return PeriodRecords(
            person: pick(person),
            holder: pick(holder),
            code: pick(code),
            referrer: pick(referrer),
            crisis: pick(crisis),
            reason: pick(reason),
            sex: pick(sex),
            start: pick(start),
            end: pick(end),
            handedOver: pick(handedOver),
            takenOver: pick(takenOver),
            birth: pick(birth),
            municipality: pick(municipality),
            outcome: outcome.isEmpty ? [] : pick(outcome)
        )
    }
}
