public import Columns
public import Definitions
public import Domain
public import Indicators
public import Store

/// *Revisietabel*: what the figures of an indicator were on each day on which deliveries came.
///
/// Bare counts of the country as a whole, total over every dimension, for those inside the wall. A
/// day stands in the table when something was delivered for the period itself, or when a figure
/// moved by what came for another half-year: an indicator may look back. A day on which the table
/// could not be made yet has no line.
public struct RevisionStage {
    private let definitions: DefinitionSet
    private let store: DeliveryStore
    private let workers: Workers
    private let actor: AuditActor

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: what is counted.
    ///   - store: the store.
    ///   - workers: the cores to work on.
    ///   - actor: on whose behalf, for the audit log.
    public init(
        definitions: DefinitionSet,
        store: DeliveryStore,
        workers: Workers,
        actor: AuditActor
    ) {
        self.definitions = definitions
        self.store = store
        self.workers = workers
        self.actor = actor
    }

    /// Computes the figures anew as of each day, and keeps in the audit log that they were looked at.
    ///
    /// - Parameters:
    ///   - id: the indicator.
    ///   - periods: the periods; empty for every half-year with deliveries.
    ///   - population: inhabitants, where the indicator asks for them.
    ///   - progress: called with the day that is being computed.
    /// - Returns: the lines by period, day and measure.
    /// - Throws: `IndicatorError`, a `PermitRefusal` or a `StoreError`.
    public func run(
        _ id: String,
        periods: [Period],
        population: PopulationTable? = nil,
        progress: (String) -> Void
    ) throws -> [Revision] {
        guard let definition = definitions.indicators[id] else {
            throw IndicatorError.unknown(id: id, known: definitions.indicators.keys.sorted())
        }
        try IndicatorGate(store: store, definitions: definitions, actor: actor).pass([id])
        let sources = [definition.source, definition.secondSource].compactMap { $0 }
        let arrivals = Arrivals(
            try store.deliveries().filter { sources.contains($0.source) },
            of: definition.source
        )
        let asked =
            periods.isEmpty ? arrivals.halfYears.map { Period.halfYear($0) } : periods
        var kept: [Period: [Revision]] = [:]
        for day in arrivals.days {
            let open = asked.filter { arrivals.isThere($0, on: day) }
            guard !open.isEmpty else { continue }
            progress(day.description)
            let stage = try IndicatorStage(
                definitions: definitions,
                store: store,
                asOf: day,
                population: population,
                workers: workers
            )
            try stage.run([id], periods: open, leavesOut: true, progress: { _ in }) { table in
                let lines = revisions(of: table, on: day, arrivals, after: kept[table.period] ?? [])
                let isNews = lines.contains {
                    $0.deliveries > 0 || $0.change.map { $0 != 0 } ?? true
                }
                if isNews { kept[table.period, default: []] += lines }
            }
        }
        try store.log(
            [
                actor.event(
                    .view,
                    [
                        "revisions": id,
                        "periods": kept.keys.sorted().map(\.description).joined(separator: " "),
                    ]
                )
            ],
            at: actor.now()
        )
        return kept.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private func revisions(
        of table: CellTable,
        on day: CalendarDay,
        _ arrivals: Arrivals,
        after earlier: [Revision]
    ) -> [Revision] {
        let country = CellTable.Region(geography: .country, code: "NL01")
        return table.measures.compactMap { measure in
            guard
                let value = table.value(country, table.dimensions.map { _ in "T" }, measure.name)
            else { return nil }
            let before = earlier.last { $0.measure == measure.name }
            return Revision(
                period: table.period,
                day: day,
                status: arrivals.status(of: table.period, on: day),
                deliveries: arrivals.count(for: table.period, on: day),
                measure: measure.name,
                value: value,
                change: before.map { value - $0.value },
                decimals: measure.decimals
            )
        }
    }
}
