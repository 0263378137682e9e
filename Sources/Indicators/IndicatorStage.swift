public import Columns
public import Definitions
public import Domain
import Linkage
public import Store

/// From sealed records to tables of counts, by definition, on the embedded engine.
///
/// The tables are unprotected: only `CellTable` crosses the wall, and only to Disclosure.
public struct IndicatorStage: Sendable {
    /// What to leave out of the rules, to show what a rule does; nothing in ordinary use.
    public struct Switches: Sendable {
        /// Whether overlapping records are merged.
        public var merges = true
        /// Whether the latest vintage counts, or the first.
        public var usesLatestVintage = true
        /// Whether a start may be a repeat: whether there is a history to look back on.
        public var looksBack = true

        /// Creates switches that leave every rule on.
        public init() {}
    }

    let definitions: DefinitionSet
    let store: DeliveryStore
    let asOf: CalendarDay?
    let boundaries: Int
    let population: PopulationTable?
    let workers: Workers
    let switches: Switches

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: what is counted.
    ///   - store: the store.
    ///   - asOf: deliveries received after this day do not count.
    ///   - boundaries: the year whose municipal boundaries the tables have.
    ///   - population: inhabitants by municipality, for rates.
    ///   - workers: the cores to work on.
    ///   - switches: rules to leave out; none in ordinary use.
    /// - Throws: ``IndicatorError/boundariesUnknown(year:)``.
    public init(
        definitions: DefinitionSet,
        store: DeliveryStore,
        asOf: CalendarDay? = nil,
        boundaries: Int = 2020,
        population: PopulationTable? = nil,
        workers: Workers,
        switches: Switches = Switches()
    ) throws(IndicatorError) {
        guard RegionReference.boundaryYears.contains(boundaries) else {
            throw .boundariesUnknown(year: boundaries)
        }
        self.definitions = definitions
        self.store = store
        self.asOf = asOf
        self.boundaries = boundaries
        self.population = population
        self.workers = workers
        self.switches = switches
    }

    /// The half-years and complete calendar years for which a source has deliveries.
    public func periods(of source: String) throws -> [ReportingPeriod] {
        try accepted(source).periods
    }

    /// Computes tables.
    ///
    /// - Parameters:
    ///   - ids: the indicators.
    ///   - periods: the periods; empty for every half-year with deliveries.
    ///   - leavesOut: whether periods of which Veilig Thuis or a centre delivered nothing are left out
    ///     instead of refused, where nobody asked for an indicator of theirs by name.
    ///   - progress: called with what is being worked on.
    ///   - absent: called for each table that does not exist.
    ///   - emit: receives each table, periods ascending within a source.
    /// - Throws: ``IndicatorError``, or a `StoreError` when a chunk does not open.
    public func run(
        _ ids: [String],
        periods: [Period],
        leavesOut: Bool = false,
        progress: (String) -> Void,
        absent: (AbsentTable) -> Void = { _ in },
        emit: (CellTable) throws -> Void
    ) throws {
        var chosen: [IndicatorDefinition] = []
        for id in Set(ids).sorted() {
            guard let definition = definitions.indicators[id] else {
                throw IndicatorError.unknown(id: id, known: definitions.indicators.keys.sorted())
            }
            for case .year in periods where !definition.worksForYears {
                throw IndicatorError.notForYears(id: id)
            }
            for case .halfYear in periods where definition.isForYearsOnly {
                throw IndicatorError.notForHalfYears(id: id)
            }
            if let table = definition.populationTable, population == nil {
                throw IndicatorError.populationNeeded(indicator: id, table: table)
            }
            chosen.append(definition)
        }
        let places = RegionPlaces(definitions.regions, boundaries: boundaries)
        try runReach(
            chosen.filter { $0.population == .knownChildren },
            periods,
            places,
            isLenient: leavesOut,
            progress,
            emit
        )
        try runLinked(
            chosen.filter { $0.population == .childrenLinked },
            periods,
            places,
            progress,
            absent: absent,
            emit
        )
        chosen.removeAll(where: \.isForYearsOnly)
        for source in Set(chosen.map(\.source)).sorted() {
            let own = chosen.filter { $0.source == source }
            let shape = definitions.sources[source]?.shape
            guard ![.reports, .counts, .contacts].contains(shape) else {
                try runReports(
                    own,
                    of: source,
                    periods,
                    places,
                    isLenient: leavesOut,
                    progress,
                    absent: absent,
                    emit
                )
                continue
            }
            let run = try SourceRun(
                stage: self,
                source: source,
                definitions: own,
                places: places
            )
            try run.run(periods: periods, progress: progress, absent: absent, emit: emit)
        }
    }

    func accepted(_ source: String) throws -> AcceptedDeliveries {
        try AcceptedDeliveries(
            source: source,
            in: store,
            asOf: asOf,
            first: !switches.usesLatestVintage
        )
    }
}
