import Columns
import Definitions
import Domain
import Store

/// The computing of the indicators on counts of the Centra Seksueel Geweld, period after period.
struct CentreRun {
    private let stage: IndicatorStage
    private let definitions: [IndicatorDefinition]
    private let accepted: AcceptedDeliveries
    private let segments: [SegmentReader]
    private let places: ReportPlaces
    private let axes: [IndicatorDefinition.Breakdown: Axis]
    private let minorClasses: Set<UInt8>

    init(stage: IndicatorStage, source: String, definitions: [IndicatorDefinition]) throws {
        self.stage = stage
        self.definitions = definitions
        accepted = try stage.accepted(source)
        segments = try stage.store.segments(source: source)
        places = ReportPlaces(holders: accepted.holders, of: .csg)
        var axes: [IndicatorDefinition.Breakdown: Axis] = [:]
        for breakdown in [.acute, .nature, .ownNetwork, .duration]
            as [IndicatorDefinition.Breakdown]
        {
            let codes = stage.definitions.codes(of: breakdown, in: source).map(\.code)
            axes[breakdown] = Axis(breakdown, codes: codes, hasUnknown: true)
        }
        self.axes = axes
        minorClasses = CentreCounts.minorClasses(stage.definitions, source: source)
    }

    /// Emits the tables of some periods, of which there must be deliveries.
    func run(
        periods: [Period],
        progress: (String) -> Void,
        emit: (CellTable) throws -> Void
    ) throws {
        for period in periods {
            progress("\(accepted.source) \(period)")
            let counts = try period.halves.flatMap { half in
                try CentreCounts.load(
                    segments,
                    accepted: accepted,
                    period: half,
                    workers: stage.workers
                )
            }.filter { minorClasses.contains($0.age) }
            for definition in definitions {
                if case .year = period, !definition.worksForYears { continue }
                var tally = TableTally(
                    definition,
                    axes: definition.breakdowns.compactMap { axes[$0] },
                    regions: places.regions.count
                )
                for cell in counts {
                    tally.add(
                        [.registrations],
                        at: places.regions(holder: Int(cell.holder), municipality: 0),
                        definition.breakdowns.map { breakdown in
                            let byte = Int(cell.code(breakdown))
                            return [Int(axes[breakdown]?.numberOfByte[byte] ?? 0)]
                        },
                        amount: cell.count
                    )
                }
                var table = tally.table(period, regions: places.regions)
                table.notes = accepted.notes(
                    of: period,
                    version: definition.version,
                    boundaries: stage.boundaries
                )
                try emit(table)
            }
        }
    }
}

/// One cell of what a centre delivered: how many people of a class came.
struct CentreCounts: Sendable {
    let holder: UInt16
    let age: UInt8
    private let acute: UInt8
    private let nature: UInt8
    private let ownNetwork: UInt8
    private let duration: UInt8
    let count: Int64

    /// The byte of its code.
    func code(_ breakdown: IndicatorDefinition.Breakdown) -> UInt8 {
        switch breakdown {
        case .acute: acute
        case .nature: nature
        case .ownNetwork: ownNetwork
        case .duration: duration
        default: CodeTable.absent
        }
    }

    /// The classes that end under the age of adults, as bytes.
    static func minorClasses(_ definitions: DefinitionSet, source: String) -> Set<UInt8> {
        let adult = definitions.sources[source]?.limits["adult-age"] ?? 0
        let list = definitions.sources[source]?.column("leeftijd")?.codeList
        let codes = list.flatMap { definitions.codeLists[$0] }?.entries.map(\.code) ?? []
        let minors = codes.filter { code in
            let ends = code.split(separator: "-")
            return ends.count == 2 && (Int(ends[1]) ?? adult) < adult
        }
        return Set(minors.compactMap { CodeTable.byte(for: $0) })
    }

    /// Opens the cells of a half-year that count.
    static func load(
        _ segments: [SegmentReader],
        accepted: AcceptedDeliveries,
        period: ReportingPeriod,
        workers: Workers
    ) throws -> [CentreCounts] {
        let counting = accepted.deliveries(for: period)
        let places = Dictionary(
            uniqueKeysWithValues: accepted.holders.enumerated().map { ($1, UInt16($0)) }
        )
        var cells: [CentreCounts] = []
        for segment in segments where segment.period == period {
            guard segment.deliveries.contains(where: { counting.contains($0.id) }) else { continue }
            let columns = try StoredColumns(segment, workers: workers)
            let delivery = try columns.wide("delivery")
            let age = try columns.small("age")
            let acute = try columns.small("acute")
            let nature = try columns.small("nature")
            let ownNetwork = try columns.small("ownNetwork")
            let duration = try columns.small("duration")
            let count = try columns.long("count")
            for row in 0..<segment.rows {
                let own = segment.deliveries[Int(delivery[row])]
                guard counting.contains(own.id), let number = LongValue.number(count[row]) else {
                    continue
                }
                cells.append(
                    CentreCounts(
                        holder: places[own.holder] ?? 0,
                        age: age[row],
                        acute: acute[row],
                        nature: nature[row],
                        ownNetwork: ownNetwork[row],
                        duration: duration[row],
                        count: Int64(number)
                    )
                )
            }
        }
        return cells
    }
}
