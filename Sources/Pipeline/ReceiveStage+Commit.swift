import Columns
import Definitions
import Domain
import Intake
import Store

extension ReceiveStage {
    /// Commits files of one source and half-year; gives their receipts in their order.
    func commit(_ files: [ReadFile], register: inout DeliveryRegister) throws -> [Receipt] {
        var receipts = [Receipt?](repeating: nil, count: files.count)
        var eligible: [ReadFile] = []
        var places: [Int] = []
        for (place, given) in files.enumerated() {
            var file = given
            if let receipt = try decide(&file, register) {
                receipts[place] = receipt
            } else {
                eligible.append(file)
                places.append(place)
            }
        }
        if let first = eligible.first, let period = first.period,
            let source = definitions.sources[first.source]
        {
            try passGate(source, period)
            var group = try DeliveryGroup(
                files: eligible,
                kernel: store.pseudonymMaker(domain: domain(of: first.source, period).id),
                context: context,
                leftOutLimit: source.leftOutLimit
            )
            eligible = []
            // Across the border of a domain nobody is the same, and nothing can have vanished.
            if domain(of: first.source, period) == domain(of: first.source, period.previous),
                let previous = try previousRecords(of: group, period.previous, register)
            {
                group.checkAgainst(previous)
            }
            let kept = group.kept()
            try store.settle(
                carrier: first.senderMark ?? Carrier.numbers,
                of: domain(of: first.source, period).id
            )
            let records = try store(kept, of: group)
            for (record, file) in zip(records, kept.files) {
                register.add(record)
                receipts[places[file]] = Receipt(
                    group.files[file],
                    outcome: .accepted(id: record.id, vintage: record.vintage),
                    rows: record.rows
                )
            }
            for file in group.files.indices where group.files[file].isRefused {
                receipts[places[file]] = Receipt(group.files[file], outcome: .refused, rows: 0)
            }
        }
        return receipts.compactMap { $0 }
    }

    /// What can be decided before the rows are looked at together.
    private func decide(_ file: inout ReadFile, _ register: DeliveryRegister) throws -> Receipt? {
        guard let period = file.period, let holder = file.holder else {
            return Receipt(file, outcome: .refused, rows: 0)
        }
        guard period.end < today else {
            file.refuse(afterReading: "INT-015")
            return Receipt(file, outcome: .refused, rows: 0)
        }
        if let refused = try refusal(ofSender: &file, period) { return refused }
        guard let known = register.latest(file.source, holder, period) else { return nil }
        if known.digest == file.digest {
            file.addNote("INT-023")
            return Receipt(
                file,
                outcome: .unchanged(id: known.id, vintage: known.vintage),
                rows: known.rows
            )
        }
        guard register.takesRedelivery(file.source, holder, period) else {
            file.refuse(afterReading: "INT-016")
            return Receipt(file, outcome: .refused, rows: 0)
        }
        return nil
    }

    private func store(
        _ kept: DeliveryGroup.Kept,
        of group: DeliveryGroup
    ) throws -> [DeliveryRecord] {
        guard !kept.files.isEmpty else { return [] }
        let content = SegmentContent(
            source: group.source,
            period: group.period,
            deliveries: zip(kept.files, kept.rowsOfFile).map { file, rows in
                SegmentContent.Delivery(
                    holder: group.files[file].holder ?? "",
                    rows: rows,
                    leftOut: group.files[file].leftOut,
                    digest: group.files[file].digest
                )
            },
            pseudonyms: kept.pseudonyms,
            rowsPerPerson: kept.rowsPerPerson,
            rowCount: kept.rowCount,
            columns: kept.columns.map {
                SegmentContent.Column(name: $0.name, values: $0.values)
            }
        )
        return try store.commit([content], received: today, workers: workers, at: actor.now()) {
            accepted($0)
        }[0]
    }

    /// What was running in the half-year before at the holders of a group.
    private func previousRecords(
        of group: DeliveryGroup,
        _ period: ReportingPeriod,
        _ register: DeliveryRegister
    ) throws -> PreviousRecords? {
        var fileOfDelivery: [Int64: UInt16] = [:]
        for (index, file) in group.files.enumerated() where !file.isRefused {
            if let holder = file.holder,
                let known = register.latest(group.source, holder, period)
            {
                fileOfDelivery[known.id] = UInt16(index)
            }
        }
        guard !fileOfDelivery.isEmpty else { return nil }
        var entries: [(person: Pseudonym, file: UInt16, code: UInt8, start: UInt16)] = []
        for segment in try store.segments(source: group.source, period: period) {
            let files = segment.deliveries.map { fileOfDelivery[$0.id] }
            guard files.contains(where: { $0 != nil }) else { continue }
            let persons = try segment.pseudonyms(workers: workers)
            let runs = try segment.rowsPerPerson(workers: workers)
            let delivery: [UInt16] = try segment.column("delivery", workers: workers)
            let code: [UInt8] = try segment.column("code", workers: workers)
            let start: [UInt16] = try segment.column("start", workers: workers)
            let takenOver: [UInt16] = try segment.column("takenOver", workers: workers)
            let end: [UInt16] = try segment.column("end", workers: workers)
            let handedOver: [UInt16] = try segment.column("handedOver", workers: workers)
            var row = 0
            for (person, run) in zip(persons, runs) {
                for _ in 0..<run {
                    if end[row] == 0, handedOver[row] == 0, let file = files[Int(delivery[row])] {
                        let from = takenOver[row] == 0 ? start[row] : takenOver[row]
                        entries.append((person, file, code[row], from))
                    }
                    row += 1
                }
            }
        }
        // Each segment ascends by person; more than one have to be put together.
        if !zip(entries, entries.dropFirst()).allSatisfy({ $0.person <= $1.person }) {
            entries.sort { $0.person < $1.person }
        }
        var previous = PreviousRecords()
        var index = 0
        while index < entries.count {
            var next = index + 1
            while next < entries.count, entries[next].person == entries[index].person { next += 1 }
            previous.append(
                entries[index].person,
                entries[index..<next].map { ($0.file, $0.code, $0.start) }
            )
            index = next
        }
        return previous
    }
}
