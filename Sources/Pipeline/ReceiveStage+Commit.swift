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
            if let receipt = try decide(&file, &register) {
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
            if source.shape == .persons, source.isStored {
                // Across the border of a domain nobody is the same, and nothing can have vanished.
                if domain(of: first.source, period) == domain(of: first.source, period.previous),
                    let earlier = try earlierRecords(of: group, period.previous, register)
                {
                    group.checkAgainst(earlier: earlier)
                }
                try checkHolders(&group, register)
            }
            checkHistory(&group, register)
            let kept = group.kept()
            guard source.isStored else {
                for file in kept.files {
                    group.add(Finding(code: "INT-025", severity: .note), toFile: file)
                    receipts[places[file]] = Receipt(
                        group.files[file],
                        outcome: .checked,
                        rows: kept.rowsOfFile[kept.files.firstIndex(of: file) ?? 0]
                    )
                }
                for file in group.files.indices where group.files[file].isRefused {
                    receipts[places[file]] = Receipt(group.files[file], outcome: .refused, rows: 0)
                }
                return receipts.compactMap { $0 }
            }
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
    private func decide(
        _ file: inout ReadFile,
        _ register: inout DeliveryRegister
    ) throws -> Receipt? {
        guard let period = file.period, let holder = file.holder else {
            if file.isTable {
                return Receipt(file.asChecked(), outcome: .checked, rows: file.rowCount)
            }
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
        let place = DeliveryApprovals.Place(source: file.source, holder: holder, period: period)
        guard try !register.isLocked(place, in: store) else {
            file.refuse(afterReading: "INT-054")
            return Receipt(file, outcome: .refused, rows: 0)
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
}
