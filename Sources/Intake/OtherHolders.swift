public import Columns
import Domain

/// A measure or a stay of a person, at any holder, for the rules that compare holders.
public struct HolderRecord: Sendable, Equatable {
    /// A number for its holder; files of the group are their place, others come behind.
    public var holder: Int
    /// The row in the group, or `nil` when it is another holder's of an earlier delivery.
    public var row: Int?
    /// Form or type.
    public var code: UInt8
    /// The day that counts as its start.
    public var start: UInt16
    /// The day that counts as its end; 0 open.
    public var end: UInt16
    /// The day it was taken over, or 0.
    public var takenOver: UInt16
    /// The day it was handed over, or 0.
    public var handedOver: UInt16

    /// Creates a record.
    public init(
        holder: Int,
        row: Int?,
        code: UInt8,
        start: UInt16,
        end: UInt16,
        takenOver: UInt16,
        handedOver: UInt16
    ) {
        self.holder = holder
        self.row = row
        self.code = code
        self.start = start
        self.end = end
        self.takenOver = takenOver
        self.handedOver = handedOver
    }

    /// The first day at this holder.
    var from: UInt16 { takenOver == PackedDay.absent ? start : takenOver }

    /// The last day at this holder; 0 open.
    var until: UInt16 { handedOver == PackedDay.absent ? end : handedOver }
}

/// The records of one person at all holders of a source in a half-year.
struct PersonAtHolders {
    /// The records, those of the group among them.
    let records: [HolderRecord]
    /// First day of the half-year.
    let periodStart: UInt16
    /// Last day of the half-year.
    let periodEnd: UInt16

    /// The rows of the group that make a pair with a record of another holder.
    func rows(where isPair: (_ own: HolderRecord, _ other: HolderRecord) -> Bool) -> [Int] {
        records.filter { own in
            own.row != nil
                && records.contains { $0.holder != own.holder && isPair(own, $0) }
        }.compactMap(\.row)
    }

    /// The rows of the group that make no pair with a record of another holder.
    func rows(
        of isAsked: (HolderRecord) -> Bool,
        without isPair: (_ own: HolderRecord, _ other: HolderRecord) -> Bool
    ) -> [Int] {
        records.filter { own in
            own.row != nil && isAsked(own)
                && !records.contains { $0.holder != own.holder && isPair(own, $0) }
        }.compactMap(\.row)
    }

    /// The days that two records have in common.
    func commonDays(_ one: HolderRecord, _ other: HolderRecord) -> Int {
        guard one.from.isDay, other.from.isDay else { return 0 }
        let last = min(
            one.until.isDay ? one.until : periodEnd,
            other.until.isDay ? other.until : periodEnd
        )
        return Int(last) - Int(max(one.from, other.from)) + 1
    }
}

extension DeliveryGroup {
    /// Rules that compare holders, over the records of the group and those of holders outside it.
    ///
    /// - Parameters:
    ///   - others: by person, what holders outside the group delivered for the half-year.
    ///   - hasEveryHolder: whether every holder that delivered before has delivered now; where not,
    ///     nobody is asked about a record that may still come.
    public mutating func checkHolders(
        _ others: [Pseudonym: [HolderRecord]],
        hasEveryHolder: Bool
    ) {
        let rules = Rule.numbers(.holders, of: source).filter {
            hasEveryHolder || !Rule.all[$0].needsEveryHolder
        }
        // Help of one holder alone can break no rule between holders; a transfer can.
        let needsOthers = source == "jeugdhulp"
        guard !rules.isEmpty, !needsOthers || files.count > 1 || !others.isEmpty else { return }
        var found: [(rule: Int, field: UInt8, row: Int)] = []
        for (index, pseudonym) in pseudonyms.enumerated() {
            let elsewhere = others.isEmpty ? [] : others[pseudonym] ?? []
            let places = Int(order.starts[index])..<Int(order.starts[index + 1])
            guard !needsOthers || !elsewhere.isEmpty || areOfSeveralFiles(places) else { continue }
            let own = places.map { order.row(at: $0) }.filter { !isLeftOut($0) }
            let person = PersonAtHolders(
                records: own.map { record(ofRow: $0) } + elsewhere,
                periodStart: PackedDay.pack(period.start.number),
                periodEnd: PackedDay.pack(period.end.number)
            )
            for rule in rules {
                for (field, row) in Rule.all[rule].check(person) {
                    found.append((rule, layout.code(of: field), row))
                }
            }
        }
        for one in found {
            add(
                RowFinding(rule: UInt8(one.rule), field: one.field, row: UInt32(one.row)),
                toFile: file(ofRow: one.row)
            )
        }
    }

    /// Whether the rows at some places, which stand by file, are of more than one.
    private func areOfSeveralFiles(_ places: Range<Int>) -> Bool {
        guard files.count > 1, let first = places.first, let last = places.last else {
            return false
        }
        return file(ofRow: order.row(at: first)) != file(ofRow: order.row(at: last))
    }

    private func record(ofRow row: Int) -> HolderRecord {
        HolderRecord(
            holder: file(ofRow: row),
            row: row,
            code: rows.small[0][row],
            start: rows.wide[0][row],
            end: rows.wide[1][row],
            takenOver: rows.wide[3][row],
            handedOver: rows.wide[2][row]
        )
    }
}
