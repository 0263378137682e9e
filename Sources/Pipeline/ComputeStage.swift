public import Columns
public import Definitions
public import Disclosure
public import Domain
import Foundation
import Indicators
public import Store

/// Computes tables and writes them as files: as they are inside the wall, or protected.
public struct ComputeStage {
    /// What to compute, and how.
    public struct Request {
        /// The indicators; empty for all.
        public var ids: [String] = []
        /// The periods; empty for every half-year with deliveries.
        public var periods: [Period] = []
        /// Deliveries received after this day do not count.
        public var asOf: CalendarDay?
        /// The year of the municipal boundaries.
        public var boundaries = 2020
        /// A population table: path and text.
        public var population: (path: String, text: String)?
        /// Whether the unprotected table contract is written.
        public var isInternal = false
        /// Rules switched off, to show what they do.
        public var switchedOff: Set<String> = []

        /// Creates a request for everything.
        public init() {}
    }

    /// What was computed.
    public struct Outcome: Sendable {
        /// The files written, by indicator.
        public var files: [(indicator: String, path: String, cells: Int)] = []
        /// What else is known of each table, to be said on stderr; what may count children only
        /// when the tables are unprotected too.
        public var notes: [(indicator: String, period: String, notes: [String: String])] = []
        /// Tables that do not fit in a universe and were not protected, with the reason.
        public var refused: [UniverseError] = []
        /// The tables that do not exist, each with its reason, as `next-period`.
        public var absent: [(indicator: String, period: String, reason: String)] = []
    }

    let definitions: DefinitionSet
    let store: DeliveryStore
    let profile: DisclosureProfile
    let workers: Workers
    let actor: AuditActor?

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: what is counted.
    ///   - store: the store.
    ///   - profile: the numbers by which tables are protected.
    ///   - workers: the cores to work on.
    ///   - actor: on whose behalf, for the audit log; `nil` only where nothing is shown to anybody.
    public init(
        definitions: DefinitionSet,
        store: DeliveryStore,
        profile: DisclosureProfile,
        workers: Workers,
        actor: AuditActor? = nil
    ) {
        self.actor = actor
        self.definitions = definitions
        self.store = store
        self.profile = profile
        self.workers = workers
    }

    /// Computes and writes `<ID>.csv` for each indicator into a folder.
    public func run(
        _ request: Request,
        to folder: String,
        progress: (String) -> Void
    ) throws -> Outcome {
        var switches = IndicatorStage.Switches()
        switches.merges = !request.switchedOff.contains("merging")
        switches.usesLatestVintage = !request.switchedOff.contains("vintages")
        switches.looksBack = !request.switchedOff.contains("repeats")
        let stage = try IndicatorStage(
            definitions: definitions,
            store: store,
            asOf: request.asOf,
            boundaries: request.boundaries,
            population: try request.population.map {
                try PopulationTable(csv: $0.text, path: $0.path)
            },
            workers: workers,
            switches: switches
        )
        let disclosure =
            profile.method == .independent ? DisclosureStage(profile: profile) : nil
        let isCube = disclosure == nil && !request.isInternal
        for case .year in request.periods where isCube { throw ReleaseRefusal.years }
        let completeness = try Completeness(store: store, definitions: definitions)
        var outcome = Outcome()
        var parts: [String: [Period: [UInt8]]] = [:]
        var headers: [String: String] = [:]
        var cells: [String: Int] = [:]
        let gate = IndicatorGate(store: store, definitions: definitions, actor: actor)
        let asked =
            request.ids.isEmpty ? try gate.permitted(available(request)) : request.ids
        // Whatever is asked for, a universe is always rounded as a whole, or the same cell would
        // have another number each time.
        let ids =
            isCube
            ? Set(asked + (try gate.permitted(try atHand(available(request), request, stage))))
                .sorted() : asked
        var counted: [CellTable] = []
        var bare: [CellTable] = []
        try gate.pass(ids)
        func take(_ table: ProtectedTable) {
            var bytes: [UInt8] = []
            table.appendCSV(to: &bytes)
            let end = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0
            headers[table.indicator] = String(decoding: bytes[..<end], as: UTF8.self)
            bytes.removeFirst(end)
            parts[table.indicator, default: [:]][table.period] = bytes
            cells[table.indicator, default: 0] += table.keys.count
            outcome.notes.append((table.indicator, table.period.description, table.notes))
        }
        try stage.run(
            ids,
            periods: request.periods,
            leavesOut: isCube || request.ids.isEmpty,
            progress: progress,
            absent: {
                outcome.absent.append(($0.indicator, $0.period.description, $0.reason.rawValue))
            }
        ) { table in
            let source = definitions.indicators[table.indicator]?.source ?? ""
            // What stays inside is counted as it is; a figure to be shown may be too incomplete.
            guard request.isInternal || !completeness.fails(table.period, source: source) else {
                outcome.absent.append(
                    (
                        table.indicator, table.period.description,
                        AbsentTable.Reason.incomplete.rawValue
                    )
                )
                return
            }
            let table = completeness.noted(table, source: source)
            if request.isInternal {
                headers[table.indicator] = table.csvHeader + "\n"
                cells[table.indicator, default: 0] += table.count
                outcome.notes.append((table.indicator, table.period.description, table.notes))
                bare.append(table)
            } else if let disclosure {
                take(disclosure.run(table))
            } else {
                counted.append(CubeRelease.published(table))
            }
        }
        let unprotected = bare
        let texts = try workers.map(unprotected.count) { index in
            var bytes: [UInt8] = []
            unprotected[index].appendCSV(to: &bytes)
            return bytes
        }
        for (table, text) in zip(unprotected, texts) {
            parts[table.indicator, default: [:]][table.period] = text
        }
        if isCube {
            let cube = try CubeRelease(
                definitions: definitions,
                store: store,
                profile: profile,
                workers: workers
            ).protect(counted)
            outcome.refused = cube.refused.filter { asked.contains($0.indicator) }
                .map(\.error)
            for table in cube.tables where asked.contains(table.indicator) { take(table) }
            try store.keep(
                cube.parts,
                logging: [],
                at: actor?.now() ?? UTCInstant(seconds: 0)
            )
        }
        // First the log, then the files: there is no view that was not kept.
        try log(parts.keys.sorted(), outcome, request)
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        let ordered = parts.sorted { $0.key < $1.key }
        let heads = headers
        let paths = try workers.map(ordered.count) { index in
            let (indicator, periods) = ordered[index]
            // A year sorts before its half-years, but is computed after them.
            let bytes = periods.sorted { $0.key < $1.key }
                .reduce(into: Data((heads[indicator] ?? "").utf8)) { $0 += $1.value }
            let place = URL(filePath: folder).appending(path: "\(indicator).csv")
            try bytes.write(to: place, options: .atomic)
            return place.path
        }
        for ((indicator, _), path) in zip(ordered, paths) {
            outcome.files.append((indicator, path, cells[indicator] ?? 0))
        }
        return outcome
    }

    /// Keeps what was computed in the audit log; bare counts are a view of person-level data.
    private func log(_ indicators: [String], _ outcome: Outcome, _ request: Request) throws {
        guard let actor else { return }
        let facts = [
            "indicators": indicators.joined(separator: " "),
            "periods": Set(outcome.notes.map(\.period)).sorted().joined(separator: " "),
        ]
        try store.log(
            [actor.event(request.isInternal ? .view : .computation, facts)],
            at: actor.now()
        )
    }

    /// Of some indicators those whose source has deliveries for every half-year asked for.
    private func atHand(
        _ ids: [String],
        _ request: Request,
        _ stage: IndicatorStage
    ) throws -> [String] {
        var periods: [String: Set<ReportingPeriod>] = [:]
        return try ids.filter { id in
            guard let source = definitions.indicators[id]?.source else { return false }
            let known = try periods[source] ?? Set(stage.periods(of: source))
            periods[source] = known
            return request.periods.flatMap(\.halves).allSatisfy(known.contains)
        }
    }

    /// Every indicator whose tables are at hand and that knows the periods asked for.
    private func available(_ request: Request) -> [String] {
        let wantsYear = request.periods.contains { if case .year = $0 { true } else { false } }
        let wantsHalf = request.periods.contains { if case .halfYear = $0 { true } else { false } }
        return definitions.indicators.values.filter { definition in
            (definition.populationTable == nil || request.population != nil)
                && (!wantsYear || definition.worksForYears)
                && (!wantsHalf || !definition.isForYearsOnly)
        }.map(\.id).sorted()
    }
}
