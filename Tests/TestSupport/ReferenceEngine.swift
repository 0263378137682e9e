public import Definitions
public import Domain

/// The slow, plain twin of the indicators BJ-01 to BJ-09 and JB-01 to JB-05.
///
/// Written from the definitions alone, over lists and dictionaries of plain records: every record
/// is looked at again for every table, every cell keeps the list of what it counts, and every
/// total is counted by itself. Nothing is shared with the engine but days, periods and regions.
public struct ReferenceEngine {
    let accepted: [String: [ReportingPeriod: [String: PlainDelivery]]]
    let definitions: DefinitionSet
    let boundaries: Int
    let population: [(year: Int, code: String, number: Int)]
    let merges: Bool
    let recordsOfPeriod: [String: [ReportingPeriod: [ReferenceRecord]]]

    /// Creates the twin.
    ///
    /// - Parameters:
    ///   - deliveries: every delivery, in the order of receipt.
    ///   - definitions: of which only regions are used.
    ///   - boundaries: the year of the municipal boundaries.
    ///   - population: lines `year,gm_code,population_0_17`.
    ///   - merges: whether overlapping records are merged.
    ///   - usesLatestVintage: whether the latest delivery of a holder and half-year counts, or the
    ///     first.
    public init(
        deliveries: [PlainDelivery],
        definitions: DefinitionSet,
        boundaries: Int = 2020,
        population: [String] = [],
        merges: Bool = true,
        usesLatestVintage: Bool = true
    ) {
        var accepted: [String: [ReportingPeriod: [String: PlainDelivery]]] = [:]
        for delivery in deliveries {
            let known = accepted[delivery.source]?[delivery.period]?[delivery.holder]
            if known != nil, !usesLatestVintage { continue }
            accepted[delivery.source, default: [:]][delivery.period, default: [:]][
                delivery.holder
            ] = delivery
        }
        self.accepted = accepted
        self.definitions = definitions
        self.boundaries = boundaries
        self.population = population.compactMap { line in
            let fields = line.split(separator: ",")
            guard fields.count == 3, let year = Int(fields[0]), let number = Int(fields[2]) else {
                return nil
            }
            return (year, String(fields[1]), number)
        }
        self.merges = merges
        recordsOfPeriod = accepted.mapValues { periods in
            periods.mapValues { holders in
                holders.sorted { $0.key < $1.key }.flatMap { _, delivery in
                    ReferenceEngine.read(delivery, definitions.regions)
                }
            }
        }
    }

    /// The half-years for which a source has deliveries.
    public func periods(of source: String) -> [ReportingPeriod] {
        accepted[source, default: [:]].keys.sorted()
    }

    /// The lines of the table contract for an indicator and period, in byte order, without header.
    public func lines(_ indicator: String, _ period: Period) -> [String] {
        var table = ReferenceTable(
            period: period,
            regions: definitions.regions,
            boundaries: boundaries
        )
        switch indicator {
        case "BJ-01": countRunning(period, &table)
        case "BJ-02": countYouthsByForm(period, &table)
        case "BJ-03": countYouthsByHeaviestForm(period, &table)
        case "BJ-04": countStarted(period, &table)
        case "BJ-05": countReasons(period, &table)
        case "BJ-06": countDurations(period, &table)
        case "BJ-07": countNoNewStart(period, &table)
        case "BJ-08": countOutcomes(period, &table)
        case "BJ-09": countResidence(period, &table)
        case "JB-01": countBalance(period, &table)
        case "JB-02": countRate(period, &table)
        case "JB-03": countEndings(period, &table)
        case "JB-04": countRepeatedMeasures(period, &table)
        case "JB-05": countBoth(period, &table)
        default: break
        }
        return table.lines
    }

    /// Whether there is a table for an indicator and period at all.
    public func exists(_ indicator: String, _ period: Period) -> Bool {
        guard let half = period.halves.last else { return false }
        switch indicator {
        case "BJ-07": return accepted["jeugdhulp", default: [:]][half.next] != nil
        case "JB-03": return half.year < 2021
        case "JB-05": return accepted["jeugdbescherming", default: [:]][half] != nil
        default: return true
        }
    }

    /// The records of a file; of identical ones only the first.
    private static func read(
        _ delivery: PlainDelivery,
        _ regions: RegionReference
    ) -> [ReferenceRecord] {
        var seen: Set<PlainRecord> = []
        return delivery.records.compactMap { record in
            guard seen.insert(ReferenceRecord.identity(record)).inserted else { return nil }
            return ReferenceRecord(record, of: delivery, regions: regions)
        }
    }
}
