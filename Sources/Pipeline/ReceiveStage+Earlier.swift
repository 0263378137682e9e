import Columns
import Domain
import Intake
import Store

extension ReceiveStage {
    /// What the holders of a group delivered for the half-year before.
    func earlierRecords(
        of group: DeliveryGroup,
        _ period: ReportingPeriod,
        _ register: DeliveryRegister
    ) throws -> EarlierRecords? {
        var fileOfDelivery: [Int64: UInt16] = [:]
        for (index, file) in group.files.enumerated() where !file.isRefused {
            if let holder = file.holder,
                let known = register.latest(group.source, holder, period)
            {
                fileOfDelivery[known.id] = UInt16(index)
            }
        }
        guard !fileOfDelivery.isEmpty else { return nil }
        var entries: [(person: Pseudonym, entry: EarlierRecords.Entry)] = []
        for segment in try store.segments(source: group.source, period: period) {
            let files = segment.deliveries.map { fileOfDelivery[$0.id] }
            guard files.contains(where: { $0 != nil }) else { continue }
            let columns = try PersonColumns(segment, workers: workers)
            let birth: [UInt16] = try segment.column("birth", workers: workers)
            let sex: [UInt8] = try segment.column("sex", workers: workers)
            let reason: [UInt8] = try segment.column("reason", workers: workers)
            columns.forEachRow { person, row in
                guard let file = files[Int(columns.delivery[row])] else { return }
                entries.append(
                    (
                        person,
                        EarlierRecords.Entry(
                            file: file,
                            code: columns.code[row],
                            start: columns.takenOver[row] == PackedDay.absent
                                ? columns.start[row] : columns.takenOver[row],
                            end: columns.handedOver[row] == PackedDay.absent
                                ? columns.end[row] : columns.handedOver[row],
                            birth: birth[row],
                            sex: sex[row],
                            reason: reason[row]
                        )
                    )
                )
            }
        }
        return EarlierRecords(entries)
    }

    /// Asks the rules that compare holders, with what others have delivered for the half-year.
    ///
    /// Youth assistance is compared within a group only: opening every provider's records for each
    /// small delivery would cost more than it tells.
    func checkHolders(_ group: inout DeliveryGroup, _ register: DeliveryRegister) throws {
        let holders = Set(group.files.compactMap(\.holder))
        var others: [Pseudonym: [HolderRecord]] = [:]
        var delivered = holders
        if group.source == "jeugdbescherming" {
            var place = group.files.count
            for segment in try store.segments(source: group.source, period: group.period) {
                let counts = segment.deliveries.map { delivery in
                    !holders.contains(delivery.holder)
                        && register.latest(group.source, delivery.holder, group.period)?.id
                            == delivery.id
                }
                guard counts.contains(true) else { continue }
                for (delivery, counts) in zip(segment.deliveries, counts) where counts {
                    delivered.insert(delivery.holder)
                }
                let columns = try PersonColumns(segment, workers: workers)
                let first = place
                columns.forEachRow { person, row in
                    guard counts[Int(columns.delivery[row])] else { return }
                    others[person, default: []].append(
                        HolderRecord(
                            holder: first + Int(columns.delivery[row]),
                            row: nil,
                            code: columns.code[row],
                            start: columns.start[row],
                            end: columns.end[row],
                            takenOver: columns.takenOver[row],
                            handedOver: columns.handedOver[row]
                        )
                    )
                }
                place += segment.deliveries.count
            }
        }
        let before = register.holders(group.source, group.period.previous)
        group.checkHolders(others, hasEveryHolder: before.isSubset(of: delivered))
    }

    /// Asks the rules that compare totals with the holder's own earlier ones.
    func checkHistory(_ group: inout DeliveryGroup, _ register: DeliveryRegister) {
        for (index, file) in group.files.enumerated() {
            guard let holder = file.holder else { continue }
            group.check(
                file: index,
                against: HolderHistory(records: register.totals(group.source, holder))
            )
        }
    }
}

/// The columns of a segment of persons that rules between deliveries look at.
private struct PersonColumns {
    let persons: [Pseudonym]
    let runs: [UInt32]
    let delivery: [UInt16]
    let code: [UInt8]
    let start: [UInt16]
    let end: [UInt16]
    let takenOver: [UInt16]
    let handedOver: [UInt16]

    init(_ segment: SegmentReader, workers: Workers) throws {
        persons = try segment.pseudonyms(workers: workers)
        runs = try segment.rowsPerPerson(workers: workers)
        delivery = try segment.column("delivery", workers: workers)
        code = try segment.column("code", workers: workers)
        start = try segment.column("start", workers: workers)
        end = try segment.column("end", workers: workers)
        takenOver = try segment.column("takenOver", workers: workers)
        handedOver = try segment.column("handedOver", workers: workers)
    }

    /// Goes through the rows of persons; those of nobody come behind and are passed over.
    func forEachRow(_ body: (Pseudonym, Int) -> Void) {
        var row = 0
        for (person, run) in zip(persons, runs) {
            for _ in 0..<run {
                body(person, row)
                row += 1
            }
        }
    }
}
