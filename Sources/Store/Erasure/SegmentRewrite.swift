import Columns

/// What changes when a segment is written again.
struct SegmentRewrite: Sendable {
    /// The deliveries whose records go.
    var deliveries: Set<Int64> = []
    /// The persons whose records go.
    var persons: Set<Pseudonym> = []
    /// What pseudonyms become, when the store is given another key.
    var translation: PseudonymTranslation?

    /// The content of a segment as it will be, with the deliveries that stay and their new counts.
    func content(
        of segment: SegmentReader,
        workers: Workers
    ) throws -> (content: SegmentContent, deliveries: [(record: DeliveryRecord, rows: Int)]) {
        let old = try segment.pseudonyms(workers: workers)
        let named = try translation?.pseudonyms(of: old, workers: workers) ?? old
        let order = try PseudonymOrder(named, workers: workers)
        let runs = try segment.rowsPerPerson(workers: workers)
        let ordinals: [UInt32] = try segment.column("delivery", workers: workers)
        let staying = segment.deliveries.map { !deliveries.contains($0.id) }
        var places = [UInt32](repeating: .max, count: segment.deliveries.count)
        var next: UInt32 = 0
        for (index, stays) in staying.enumerated() where stays {
            places[index] = next
            next += 1
        }
        var starts: [Int] = [0]
        for run in runs { starts.append((starts.last ?? 0) + Int(run)) }
        // Persons in the order of their new names, each with the rows that stay.
        var personAt = [Int](repeating: 0, count: named.count)
        for (index, place) in order.places.enumerated() { personAt[Int(place)] = index }
        var kept: [Int] = []
        var keptRuns: [UInt32] = []
        var keptPersons: [Pseudonym] = []
        for place in order.distinct.indices {
            let person = personAt[place]
            guard !persons.contains(old[person]) else { continue }
            let before = kept.count
            for row in starts[person]..<starts[person + 1] where staying[Int(ordinals[row])] {
                kept.append(row)
            }
            guard kept.count > before else { continue }
            keptRuns.append(UInt32(kept.count - before))
            keptPersons.append(order.distinct[place])
        }
        for row in (starts.last ?? 0)..<segment.rows where staying[Int(ordinals[row])] {
            kept.append(row)
        }
        var counts = [Int](repeating: 0, count: segment.deliveries.count)
        for row in kept { counts[Int(ordinals[row])] += 1 }
        let rows = kept
        let ordinalOf = places
        var columns: [SegmentContent.Column] = [
            SegmentContent.Column(name: "delivery") { range in
                rows[range].map { ordinalOf[Int(ordinals[$0])] }
            }
        ]
        for name in segment.columns where name != "delivery" {
            let values: [UInt32] = try segment.column(name, workers: workers)
            columns.append(
                SegmentContent.Column(name: name) { range in rows[range].map { values[$0] } }
            )
        }
        let left = segment.deliveries.indices.filter { staying[$0] }.map {
            (record: segment.deliveries[$0], rows: counts[$0])
        }
        let content = SegmentContent(
            source: segment.source,
            period: segment.period,
            deliveries: left.map {
                SegmentContent.Delivery(
                    holder: $0.record.holder,
                    rows: $0.rows,
                    leftOut: $0.record.leftOut,
                    digest: $0.record.digest
                )
            },
            pseudonyms: keptPersons,
            rowsPerPerson: keptRuns,
            rowCount: kept.count,
            columns: columns
        )
        return (content, left)
    }
}
