import Columns
import Domain
import Linkage
import Store

extension PeriodRecords {
    /// Opens the records of a half-year, with what was asked at the end where that is needed.
    static func load(
        _ segments: [SegmentReader],
        accepted: AcceptedDeliveries,
        period: ReportingPeriod,
        spine: PersonSpine,
        outcomes: Bool = false,
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
                outcomes: outcomes,
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
            all.outcome += part.outcome
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
        outcomes: Bool,
        workers: Workers
    ) throws -> PeriodRecords {
        let one = Workers(cores: 1)
        let numbers = spine.numbers(of: segment)
        let holders = segment.deliveries.map { holderPlaces[$0.holder] ?? 0 }
        // Every column is opened by one worker, so that no core waits for the others' chunks.
        let opened = try workers.map(PeriodRecords.columns.count + 2) { index -> Opened in
            switch index {
            case 0: return .persons(try persons(of: segment, numbers: numbers))
            case 1: return .wide(try segment.column("delivery", workers: one))
            default:
                let (name, isWide) = PeriodRecords.columns[index - 2]
                return isWide
                    ? .wide(try segment.column(name, workers: one))
                    : .small(try segment.column(name, workers: one))
            }
        }
        func small(_ name: String) -> [UInt8] {
            let index = PeriodRecords.columns.firstIndex { $0.name == name } ?? 0
            if case .small(let values) = opened[index + 2] { return values }
            return []
        }
        func wide(_ name: String) -> [UInt16] {
            let index = PeriodRecords.columns.firstIndex { $0.name == name } ?? 0
            if case .wide(let values) = opened[index + 2] { return values }
            return []
        }
        guard case .persons(let person) = opened[0], case .wide(let ordinals) = opened[1] else {
            preconditionFailure("persons and deliveries are opened first")
        }
        var records = PeriodRecords(
            person: person,
            holder: holders.count == 1
                ? [UInt16](repeating: holders[0], count: ordinals.count)
                : ordinals.map { holders[Int($0)] },
            code: small("code"),
            referrer: small("referrer"),
            crisis: small("crisis"),
            reason: small("reason"),
            sex: small("sex"),
            start: wide("start"),
            end: wide("end"),
            handedOver: wide("handedOver"),
            takenOver: wide("takenOver"),
            birth: wide("birth"),
            municipality: wide("municipality")
        )
        if outcomes { records.outcome = try PeriodRecords.outcomes(of: segment, workers: workers) }
        let counts = segment.deliveries.map { counting.contains($0.id) }
        guard counts.contains(false) else { return records }
        let rows = ordinals.indices.filter { counts[Int(ordinals[$0])] }.map { UInt32($0) }
        return records.ordered(rows)
    }

    /// What one worker opened.
    private enum Opened: Sendable {
        case persons([UInt32])
        case small([UInt8])
        case wide([UInt16])
    }

    /// The columns besides person and delivery, and whether they take two bytes.
    private static let columns: [(name: String, isWide: Bool)] = [
        ("code", false), ("referrer", false), ("crisis", false), ("reason", false), ("sex", false),
        ("start", true), ("end", true), ("handedOver", true), ("takenOver", true), ("birth", true),
        ("municipality", true),
    ]

    /// For each row what was asked at the end.
    private static func outcomes(
        of segment: SegmentReader,
        workers: Workers
    ) throws -> [Outcome] {
        // What was received before these were stored has none of them.
        func column(_ name: String) throws -> [UInt8] {
            segment.has(name)
                ? try segment.column(name, workers: workers)
                : [UInt8](repeating: 0, count: segment.rows)
        }
        let satisfaction = try column("satisfaction")
        let withoutHelp = try column("withoutHelp")
        let informant = try column("informant")
        return (0..<segment.rows).map { row in
            Outcome(
                satisfaction: satisfaction[row],
                withoutHelp: withoutHelp[row],
                informant: informant[row]
            )
        }
    }

    /// For each row its person number.
    private static func persons(of segment: SegmentReader, numbers: [UInt32]) throws -> [UInt32] {
        let runs = try segment.rowsPerPerson(workers: Workers(cores: 1))
        var person: [UInt32] = []
        person.reserveCapacity(segment.rows)
        for (number, run) in zip(numbers, runs) {
            for _ in 0..<run { person.append(number) }
        }
        let rest = segment.rows - person.count
        person.append(contentsOf: repeatElement(Numbering.nobody, count: rest))
        return person
    }
}
