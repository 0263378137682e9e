public import Columns
public import Definitions
import Disclosure
import Domain
import Indicators
public import Publication
public import Store

/// Computes, protects and publishes: the only way from person level to what may be shown.
public struct PublishStage {
    /// Forms without (`Z`) and with (`V`) residence, which Statistics Netherlands publishes as
    /// groups.
    static let formGroups = ["Z": ["01", "02", "03", "04"], "V": ["11", "12", "13", "14"]]

    let definitions: DefinitionSet
    let store: DeliveryStore
    let workers: Workers
    let actor: AuditActor?
    let profile: DisclosureProfile
    let populationCSV: (path: String, text: String)?

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: what is counted and shown.
    ///   - store: the store.
    ///   - profile: the numbers by which tables are protected.
    ///   - population: a population table, without which rates are left out.
    ///   - workers: the cores to work on.
    ///   - actor: on whose behalf, for the audit log.
    public init(
        definitions: DefinitionSet,
        store: DeliveryStore,
        profile: DisclosureProfile,
        population: (path: String, text: String)?,
        workers: Workers,
        actor: AuditActor? = nil
    ) {
        self.actor = actor
        self.definitions = definitions
        self.store = store
        self.profile = profile
        populationCSV = population
        self.workers = workers
    }

    /// Publishes every indicator over the half-years with deliveries, with the published series.
    ///
    /// - Returns: how many tables were published.
    public func run(
        to path: String,
        release: Release,
        progress: (String) -> Void
    ) throws -> Int {
        let population = try populationCSV.map {
            try PopulationTable(csv: $0.text, path: $0.path)
        }
        let stage = try IndicatorStage(
            definitions: definitions,
            store: store,
            population: population,
            workers: workers
        )
        let disclosure = DisclosureStage(profile: profile)
        let gate = IndicatorGate(store: store, definitions: definitions, actor: actor)
        let ids = try gate.permitted(
            definitions.indicators.values.filter {
                $0.populationTable == nil || population != nil
            }.map(\.id).sorted()
        )
        try gate.pass(ids)
        var protected: [ProtectedTable] = []
        let sources = Set(ids.compactMap { definitions.indicators[$0]?.source }).sorted()
        for source in sources {
            let own = ids.filter { definitions.indicators[$0]?.source == source }
            guard try !stage.periods(of: source).isEmpty else { continue }
            try stage.run(own, periods: [], progress: progress) { table in
                protected.append(disclosure.run(published(table)))
            }
        }
        try PublishedDatabaseWriter.write(
            tables: protected,
            series: definitions.published,
            definitions: definitions,
            release: release,
            to: path
        )
        if let actor {
            let facts = [
                "tables": String(protected.count), "indicators": ids.joined(separator: " "),
            ]
            try store.log([actor.event(.release, facts)], at: actor.now())
        }
        return protected.count
    }

    /// The table as it is published: trajectories with the groups of forms.
    private func published(_ table: CellTable) -> CellTable {
        let isGrouped = table.dimensions.contains { $0.name == "form" && $0.isAdditive }
        guard isGrouped, ["BJ-01"].contains(table.indicator) else { return table }
        return table.adding(groups: PublishStage.formGroups, to: "form")
    }
}
