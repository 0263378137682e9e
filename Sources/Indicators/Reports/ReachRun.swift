import Columns
import Definitions
import Domain
import Linkage
import Store

/// The counting of children known through each source in a calendar year.
///
/// Each source is counted by itself: nothing is joined, so no permit is needed, and what the sources
/// have in common is not known.
struct ReachRun {
    private let stage: IndicatorStage
    private let definitions: [IndicatorDefinition]
    private let places: RegionPlaces
    private let accepted: [String: AcceptedDeliveries]
    private let regions: [CellTable.Region]
    private let order: [CellTable.Region: Int]

    init(
        stage: IndicatorStage,
        definitions: [IndicatorDefinition],
        places: RegionPlaces
    ) throws {
        self.stage = stage
        self.definitions = definitions
        self.places = places
        var accepted: [String: AcceptedDeliveries] = [:]
        for source in ReachRun.sources { accepted[source] = try stage.accepted(source) }
        self.accepted = accepted
        func own(_ source: String, _ geography: Geography) -> [CellTable.Region] {
            (accepted[source]?.holders ?? []).map {
                CellTable.Region(geography: geography, code: $0)
            }
        }
        let regions = CellTable.inTableOrder(
            Array(
                Set(
                    places.regions + own("veiligthuis", .veiligThuis) + own("csg-counts", .csg)
                )
            )
        )
        self.regions = regions
        order = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, $0) })
    }

    /// The sources that are looked at.
    private static let sources = ["jeugdhulp", "jeugdbescherming", "veiligthuis", "csg-counts"]

    /// The calendar years of which both halves were delivered by Veilig Thuis, which the other
    /// sources stand beside.
    var completeYears: [Int] {
        let periods = accepted["veiligthuis"]?.periods ?? []
        return Set(periods.map(\.year)).sorted().filter { year in
            Period.year(year).halves.allSatisfy(periods.contains)
        }
    }

    /// Whether any of the sources has a delivery for a period.
    func hasDeliveries(_ period: Period) -> Bool {
        period.halves.contains { half in accepted.values.contains { $0.periods.contains(half) } }
    }

    /// Emits the tables of some calendar years.
    func run(
        years: [Int],
        population: PopulationTable,
        progress: (String) -> Void,
        emit: (CellTable) throws -> Void
    ) throws {
        let segments = try ReachRun.sources.flatMap { try stage.store.segments(source: $0) }
        let spine = try PersonSpine.load(
            store: stage.store,
            wanted: segments,
            keep: false,
            workers: stage.workers
        )
        for year in years {
            progress("\(definitions.map(\.id).joined(separator: " ")) \(year)")
            let children = KnownChildren(
                definitions: stage.definitions,
                year: year,
                segments: segments,
                accepted: accepted,
                spine: spine,
                workers: stage.workers
            )
            for definition in definitions {
                try emit(table(definition, children, population))
            }
        }
    }

    private func table(
        _ definition: IndicatorDefinition,
        _ children: KnownChildren,
        _ population: PopulationTable
    ) throws -> CellTable {
        let codes = stage.definitions.breakdowns.childSources
        let axis = Axis(.source, codes: codes.map(\.code), hasUnknown: false, isAdditive: false)
        let inhabitants = try inhabitants(definition, population, children.year)
        var counts = definition.measures.map { _ in
            [Int64](repeating: 0, count: regions.count * axis.size)
        }
        for (number, source) in codes.enumerated() {
            guard children.isDelivered(source.id),
                let found = try children.places(through: source, scope: definition.scope)
            else { continue }
            var known = [Int64](repeating: 0, count: regions.count)
            for child in found {
                for region in regionsOf(child) { known[region] += child.count }
            }
            for (index, measure) in definition.measures.enumerated() {
                for region in regions.indices
                where source.id != .csg || [.country, .csg].contains(regions[region].geography) {
                    let cell = region * axis.size + number
                    switch measure.kind {
                    case .children: counts[index][cell] = known[region]
                    case .population: counts[index][cell] = inhabitants[region]
                    default: break
                    }
                }
            }
        }
        var table = TableAssembly(
            definition: definition,
            period: .year(children.year),
            regions: regions,
            axes: [axis]
        ).table(counts)
        table.notes =
            accepted["veiligthuis"]?.notes(
                of: .year(children.year),
                version: definition.version,
                boundaries: stage.boundaries
            ) ?? [:]
        return table
    }

    /// Inhabitants by region of the table.
    private func inhabitants(
        _ definition: IndicatorDefinition,
        _ population: PopulationTable,
        _ year: Int
    ) throws -> [Int64] {
        let counted = population.inhabitants(in: year)
        guard !counted.isEmpty else {
            throw IndicatorError.populationMissing(indicator: definition.id, year: year)
        }
        var inhabitants = [Int64](repeating: 0, count: regions.count)
        for (code, number) in counted {
            let municipality = Int(code.dropFirst(2)).map { UInt16($0) } ?? 0
            for region in placed(municipality) { inhabitants[region] += Int64(number) }
        }
        return inhabitants
    }

    private func placed(_ municipality: UInt16) -> [Int] {
        places.regionsOfPlace[Int(places.municipalityPlace[Int(municipality)])]
            .compactMap { order[places.regions[$0]] }
    }

    private func regionsOf(_ child: KnownChildren.Place) -> [Int] {
        guard let holder = child.holder else { return placed(child.municipality) }
        let own = order[holder].map { [$0] } ?? []
        guard holder.geography != .csg else {
            let country = CellTable.Region(geography: .country, code: "NL01")
            return own + [order[country] ?? 0]
        }
        return own + placed(child.municipality).filter { regions[$0].geography != holder.geography }
    }
}
