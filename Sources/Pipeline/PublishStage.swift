public import Columns
import Comparison
public import Definitions
public import Disclosure
import Domain
public import Indicators
public import Publication
public import Store

/// Computes, protects and publishes: the only way from person level to what may be shown.
public struct PublishStage {
    /// What was published.
    public struct Outcome: Sendable {
        /// How many tables.
        public var tables = 0
        /// Tables that do not fit in a universe and were left out, with the reason.
        public var refused: [UniverseError] = []
        /// Figures that are left out because too few have delivered (*DQ*).
        public var incomplete: [AbsentTable] = []
        /// How good the figures are, and what was kept; `nil` with a profile for single numbers.
        public var cube: UniverseOutcome?
        /// What an attacker finds together with all earlier releases; `nil` with a profile that is
        /// not for release.
        public var attack: ReleaseAttack.Outcome?
    }

    let definitions: DefinitionSet
    let digests: DefinitionDigests
    let store: DeliveryStore
    let workers: Workers
    let actor: AuditActor?
    let profile: DisclosureProfile
    let populationCSV: (path: String, text: String)?
    let populationByAgeCSV: (path: String, text: String)?

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: what is counted and shown.
    ///   - digests: the hashes of these definitions.
    ///   - store: the store.
    ///   - profile: the numbers by which tables are protected.
    ///   - population: a population table, without which rates are left out.
    ///   - populationByAge: inhabitants by age and sex, without which nothing is standardised for
    ///     them.
    ///   - workers: the cores to work on.
    ///   - actor: on whose behalf, for the audit log.
    public init(
        definitions: DefinitionSet,
        digests: DefinitionDigests,
        store: DeliveryStore,
        profile: DisclosureProfile,
        population: (path: String, text: String)?,
        populationByAge: (path: String, text: String)? = nil,
        workers: Workers,
        actor: AuditActor? = nil
    ) {
        self.actor = actor
        self.definitions = definitions
        self.digests = digests
        self.store = store
        self.profile = profile
        populationCSV = population
        populationByAgeCSV = populationByAge
        self.workers = workers
    }

    /// Publishes every indicator over the half-years with deliveries, with the published series.
    ///
    /// Real figures are published only when two people released exactly these tables; fictive ones
    /// need nobody.
    ///
    /// - Parameters:
    ///   - path: the published database.
    ///   - release: what is known of it as a whole.
    ///   - excluded: indicators to leave out.
    ///   - progress: called with what is being worked on.
    /// - Returns: what was published.
    /// - Throws: ``ReleaseRefusal`` where an attacker would learn too much, or where nobody released
    ///   these figures; nothing is written then.
    public func run(
        to path: String,
        release: Release,
        excluding excluded: Set<String> = [],
        progress: (String) -> Void
    ) throws -> Outcome {
        let draft = try draft(excluding: excluded, progress: progress)
        let submission = try pass(draft, release)
        try write(draft, release, submission, to: path)
        try keep(draft, submission)
        return draft.outcome
    }

    /// Computes and protects every indicator, and attacks it together with all earlier releases.
    ///
    /// - Parameters:
    ///   - excluded: indicators to leave out.
    ///   - progress: called with what is being worked on.
    /// - Returns: the tables, not yet released.
    /// - Throws: ``ReleaseRefusal`` where an attacker would learn too much.
    public func draft(
        excluding excluded: Set<String> = [],
        progress: (String) -> Void
    ) throws -> ReleaseDraft {
        let population = try populationCSV.map {
            try PopulationTable(csv: $0.text, path: $0.path)
        }
        let inhabitants = try populationByAgeCSV.map {
            try PopulationByAge(
                csv: $0.text,
                path: $0.path,
                breakdowns: definitions.breakdowns
            )
        }
        let stage = try IndicatorStage(
            definitions: definitions,
            store: store,
            population: population,
            workers: workers
        )
        let disclosure =
            profile.method == .independent ? DisclosureStage(profile: profile) : nil
        let gate = IndicatorGate(store: store, definitions: definitions, actor: actor)
        let ids = try gate.permitted(
            definitions.indicators.values.filter {
                ($0.populationTable == nil || population != nil) && !excluded.contains($0.id)
            }.map(\.id).sorted()
        )
        try gate.pass(ids)
        let completeness = try Completeness(store: store, definitions: definitions)
        var incomplete: [AbsentTable] = []
        var protected: [ProtectedTable] = []
        var counted: [CellTable] = []
        let sources = Set(ids.compactMap { definitions.indicators[$0]?.source }).sorted()
        for source in sources {
            let own = ids.filter { definitions.indicators[$0]?.source == source }
            guard try !stage.periods(of: source).isEmpty else { continue }
            try stage.run(own, periods: [], progress: progress) { table in
                guard !completeness.fails(table.period, source: source) else {
                    incomplete.append(
                        AbsentTable(
                            indicator: table.indicator,
                            period: table.period,
                            reason: .incomplete
                        )
                    )
                    return
                }
                let table = completeness.noted(CubeRelease.published(table), source: source)
                if let disclosure {
                    protected.append(disclosure.run(table))
                } else {
                    counted.append(table)
                }
            }
        }
        var outcome = Outcome()
        outcome.incomplete = incomplete
        if disclosure == nil {
            let cube = try CubeRelease(
                definitions: definitions,
                store: store,
                profile: profile,
                workers: workers
            ).protect(counted)
            outcome.refused = cube.refused.map(\.error)
            guard !cube.tables.isEmpty || counted.isEmpty else {
                throw ReleaseRefusal.nothing(reasons: outcome.refused)
            }
            protected = cube.tables
            outcome.cube = cube
        }
        outcome.tables = protected.count
        var draft = ReleaseDraft(
            tables: protected.sorted { ($0.indicator, $0.period) < ($1.indicator, $1.period) },
            profile: profile,
            ids: ids,
            outcome: outcome,
            inhabitants: inhabitants,
            traces: try ReleaseTrace(
                definitions: definitions,
                digests: digests,
                store: store
            )
        )
        try attack(&draft)
        return draft
    }
}
