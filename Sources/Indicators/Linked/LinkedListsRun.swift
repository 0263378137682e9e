import Columns
import Definitions
import Domain
import Linkage
import Statistics
import Store

/// *Overlap van bronnen*: children by exactly the lists through which they are known in a year, and
/// models of how many there are in all.
struct LinkedListsRun {
    private let stage: IndicatorStage
    private let definitions: [IndicatorDefinition]
    private let places: RegionPlaces
    private let accepted: [String: AcceptedDeliveries]

    /// The sources that are joined.
    private static let sources = ["jeugdhulp", "jeugdbescherming", "veiligthuis", "csg-records"]

    init(
        stage: IndicatorStage,
        definitions: [IndicatorDefinition],
        places: RegionPlaces
    ) throws {
        self.stage = stage
        self.definitions = definitions
        self.places = places
        var accepted: [String: AcceptedDeliveries] = [:]
        for source in LinkedListsRun.sources { accepted[source] = try stage.accepted(source) }
        self.accepted = accepted
    }

    /// The calendar years of which every source delivered both halves.
    var completeYears: [Int] {
        let halves = accepted.values.map { Set($0.periods) }
        let common = halves.dropFirst().reduce(halves.first ?? []) { $0.intersection($1) }
        return Set(common.map(\.year)).sorted().filter { year in
            Period.year(year).halves.allSatisfy(common.contains)
        }
    }

    /// Emits the tables of some calendar years.
    func run(
        years: [Int],
        progress: (String) -> Void,
        absent: (AbsentTable) -> Void,
        emit: (CellTable) throws -> Void
    ) throws {
        let segments = try LinkedListsRun.sources.flatMap {
            try stage.store.segments(source: $0)
        }
        let spine = try PersonSpine.load(
            store: stage.store,
            wanted: segments,
            keep: false,
            workers: stage.workers
        )
        for year in years {
            progress("\(definitions.map(\.id).joined(separator: " ")) \(year)")
            if let reason = reasonForAbsence(in: .year(year)) {
                for definition in definitions {
                    absent(
                        AbsentTable(
                            indicator: definition.id,
                            period: .year(year),
                            reason: reason
                        )
                    )
                }
                continue
            }
            let children = KnownChildren(
                definitions: stage.definitions,
                year: year,
                segments: segments,
                accepted: accepted,
                spine: spine,
                workers: stage.workers
            )
            let found = try combinations(children)
            for definition in definitions { try emit(table(definition, found, year)) }
        }
    }

    /// Why there is no table: a source that is not linked or not delivered is no empty list.
    private func reasonForAbsence(in period: Period) -> AbsentTable.Reason? {
        let privacy = stage.definitions.privacy
        let isLinked = period.halves.allSatisfy { half in
            let domain = privacy.domain(of: LinkedListsRun.sources[0], in: half)
            return LinkedListsRun.sources.allSatisfy { privacy.domain(of: $0, in: half) == domain }
        }
        guard isLinked else { return .notLinked }
        let isDelivered = period.halves.allSatisfy { half in
            accepted.values.allSatisfy { $0.periods.contains(half) }
        }
        return isDelivered ? nil : .secondSource
    }

    /// For each child the lists on which it stands, as bits, and its municipality: that of the
    /// first source in which it has one, in the order of the lists.
    private func combinations(
        _ children: KnownChildren
    ) throws -> [(lists: Int, municipality: UInt16)] {
        let breakdowns = stage.definitions.breakdowns
        var known: [UInt32: (lists: Int, municipality: UInt16)] = [:]
        for (bit, list) in breakdowns.childLists.enumerated() {
            for source in breakdowns.childSources where list.sources.contains(source.id) {
                for child in try children.linked(through: source) {
                    guard let person = child.person else { continue }
                    var entry = known[person] ?? (0, 0)
                    entry.lists |= 1 << bit
                    if places.municipalityPlace[Int(entry.municipality)] == 0 {
                        entry.municipality = child.municipality
                    }
                    known[person] = entry
                }
            }
        }
        return known.sorted { $0.key < $1.key }.map(\.value)
    }

    private func table(
        _ definition: IndicatorDefinition,
        _ children: [(lists: Int, municipality: UInt16)],
        _ year: Int
    ) -> CellTable {
        let combined = ListCombinations(stage.definitions.breakdowns.childLists)
        let axes = definition.breakdowns.map { breakdown in
            Axis(
                breakdown,
                codes: stage.definitions.codes(of: breakdown, in: definition.source).map(\.code),
                hasUnknown: false,
                isAdditive: breakdown == .lists
            )
        }
        var table = SparseTable(definition, axes: axes, regions: places.regions)
        let lists = axes.first { $0.breakdown == .lists }
        for (index, measure) in definition.measures.enumerated() where measure.kind == .children {
            for child in children {
                let number = lists?.codes.firstIndex(of: combined.code(of: child.lists))
                let cells = [table.cell([:])] + (number.map { [table.cell([.lists: $0])] } ?? [])
                let place = Int(places.municipalityPlace[Int(child.municipality)])
                for region in places.regionsOfPlace[place] {
                    for cell in cells { table.add(1, measure: index, region: region, cell: cell) }
                }
            }
        }
        addModels(children, combined, axes, to: &table)
        var made = table.table(.year(year))
        made.notes =
            accepted[definition.source]?.notes(
                of: .year(year),
                version: definition.version,
                boundaries: stage.boundaries
            ) ?? [:]
        return made
    }

    /// Adds what each model of the country makes of the lists, and the range over good models.
    private func addModels(
        _ children: [(lists: Int, municipality: UInt16)],
        _ combined: ListCombinations,
        _ axes: [Axis],
        to table: inout SparseTable
    ) {
        let lists = stage.definitions.breakdowns.childLists
        var counts = [Double](repeating: 0, count: 1 << lists.count - 1)
        for child in children where child.lists > 0 { counts[child.lists - 1] += 1 }
        let estimates = LinkedListEstimates(
            CaptureHistories(lists: lists.map(\.code), counts: counts)
        )
        let country = places.regions.firstIndex { $0.geography == .country } ?? 0
        let models = axes.first { $0.breakdown == .model }
        func add(_ estimate: LinkedListEstimates.Estimate, _ cell: Int) {
            for (index, measure) in table.definition.measures.enumerated() {
                guard let value = estimate.value(of: measure.kind) else { continue }
                table.add(value, measure: index, region: country, cell: cell)
            }
        }
        for (terms, estimate) in estimates.models {
            guard let number = models?.codes.firstIndex(of: combined.code(ofModel: terms)) else {
                continue
            }
            add(estimate, table.cell([.model: number]))
        }
        if let range = estimates.range { add(range, table.cell([:])) }
    }
}
