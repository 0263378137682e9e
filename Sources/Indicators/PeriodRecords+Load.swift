import Columns
import Domain
import Linkage
import Store

extension PeriodRecords {
    /// Opens the records of a half-year.
    static func load(
        _ segments: [SegmentReader],
        accepted: AcceptedDeliveries,
        period: ReportingPeriod,
        spine: PersonSpine,
        workers: Workers
    ) throws -> PeriodRecords {
        let counting = accepted.deliveries(for: period)
        let holderPlaces = Dictionary(
            uniqueKeysWithValues: accepted.holders.enumerated().map { ($1, UInt16($0)) }
        )
        let parts = try segments.filter { segment in
            segment.deliveries.contains { counting.contains($0.id) }
        }.map { segment in
            try load(
                segment,
                counting: counting,
                holderPlaces: holderPlaces,
                spine: spine,
                workers: workers
            )
        }
        guard parts.count != 1 else { return parts[0] }
        return try join(parts, personCount: spine.personCount, workers: workers)
    }

    /// Puts parts together, the rows of a person beside each other.
    static func join(
        _ parts: [PeriodRecords],
        personCount: Int,
        workers: Workers
    ) throws -> PeriodRecords {
        var all = PeriodRecords()
        for part in parts {
            all.person += part.person
            all.holder += part.holder
            all.code += part.code
            all.referrer += part.referrer
            all.crisis += part.crisis
            all.reason += part.reason
            all.sex += part.sex
            all.start += part.start
            all.end += part.end
            all.handedOver += part.handedOver
            all.takenOver += part.takenOver
            all.birth += part.birth
            all.municipality += part.municipality
        }
        let order = try RowOrder(
            persons: all.person,
            personCount: personCount,
            keys: [UInt64](repeating: 0, count: all.count),
            workers: workers
        )
        return all.ordered(order.rows)
    }

    private static func load(
        _ segment: SegmentReader,
        counting: Set<Int64>,
        holderPlaces: [String: UInt16],
        spine: PersonSpine,
        workers: Workers
    ) throws -> PeriodRecords {
        var records = PeriodRecords()
        let ordinals: [UInt16] = try segment.column("delivery", workers: workers)
        let holders = segment.deliveries.map { holderPlaces[$0.holder] ?? 0 }
        let runs = try segment.rowsPerPerson(workers: workers)
        let numbers = spine.numbers(of: segment)
        records.person.reserveCapacity(segment.rows)
        for (number, run) in zip(numbers, runs) {
            for _ in 0..<run { records.person.append(number) }
        }
        while records.person.count < segment.rows { records.person.append(Numbering.nobody) }
        records.holder = ordinals.map { holders[Int($0)] }
        records.code = try segment.column("code", workers: workers)
        records.referrer = try segment.column("referrer", workers: workers)
        records.crisis = try segment.column("crisis", workers: workers)
        records.reason = try segment.column("reason", workers: workers)
        records.sex = try segment.column("sex", workers: workers)
        records.start = try segment.column("start", workers: workers)
        records.end = try segment.column("end", workers: workers)
        records.handedOver = try segment.column("handedOver", workers: workers)
        records.takenOver = try segment.column("takenOver", workers: workers)
        records.birth = try segment.column("birth", workers: workers)
        records.municipality = try segment.column("municipality", workers: workers)
        let counts = segment.deliveries.map { counting.contains($0.id) }
        guard counts.contains(false) else { return records }
        let rows = ordinals.indices.filter { counts[Int(ordinals[$0])] }.map { UInt32($0) }
        return records.ordered(rows)
    }
}
