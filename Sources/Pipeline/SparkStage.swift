public import Columns
public import Definitions
import Domain
public import Foundation
public import Indicators
public import Store

/// Computes tables on Apache Spark: an export of the store, one job, and the export removed again.
///
/// The tables are the bare counts of the table contract, the same bytes as those of the embedded
/// engine. What the dialect cannot say is refused before the store is read.
public struct SparkStage {
    let definitions: DefinitionSet
    let store: DeliveryStore
    let workers: Workers
    let actor: AuditActor

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

    /// Refuses the first indicator that the dialect cannot say, with its file and line.
    ///
    /// - Throws: `DefinitionError`.
    public static func check(
        _ ids: [String],
        _ definitions: DefinitionSet,
        folder: URL
    ) throws(DefinitionError) {
        for id in ids {
            guard let definition = definitions.indicators[id] else { continue }
            do {
                try SparkDialect.check(definition)
            } catch {
                let file = "indicators/\(id).yaml"
                let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
                let line = text?.split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.contains(error.part) }
                throw DefinitionError(
                    file: file,
                    line: line.map { $0 + 1 },
                    found: "`\(error.part)`, which Spark SQL is not made for here",
                    expected: "an indicator that the second engine takes, or `--engine embedded`"
                )
            }
        }
    }

    /// The indicators of a request, or all that the dialect can say and a permit allows.
    func chosen(_ request: ComputeStage.Request) throws -> [IndicatorDefinition] {
        let gate = IndicatorGate(store: store, definitions: definitions, actor: actor)
        let all = definitions.indicators.values.filter { definition in
            SparkDialect.takes(definition)
                && (definition.populationTable == nil || request.population != nil)
        }.map(\.id).sorted()
        let ids = request.ids.isEmpty ? try gate.permitted(all) : request.ids
        try gate.pass(ids)
        return try Set(ids).sorted().map { id in
            guard let definition = definitions.indicators[id] else {
                throw IndicatorError.unknown(id: id, known: definitions.indicators.keys.sorted())
            }
            if let table = definition.populationTable, request.population == nil {
                throw IndicatorError.populationNeeded(indicator: id, table: table)
            }
            return definition
        }
    }

    /// Writes the export and the script into a folder for its owner alone, and logs it as a view.
    ///
    /// - Returns: the script, and the tables that do not exist.
    public func export(
        _ request: ComputeStage.Request,
        to folder: URL
    ) throws -> (script: SparkScript, absent: [AbsentTable]) {
        let chosen = try chosen(request)
        let stage = try IndicatorStage(
            definitions: definitions,
            store: store,
            asOf: request.asOf,
            boundaries: request.boundaries,
            population: try request.population.map {
                try PopulationTable(csv: $0.text, path: $0.path)
            },
            workers: workers
        )
        let script = try SparkScript(chosen, in: definitions)
        let facts = ["indicators": chosen.map(\.id).joined(separator: " ")]
        try store.log([actor.event(.view, facts)], at: actor.now())
        try SparkExport.makeFolder(folder)
        let absent = try SparkExport(country: 1, stage: stage, definitions: chosen).write(
            periods: request.periods,
            to: folder
        )
        let text = script.text(
            export: folder.path(percentEncoded: false),
            result: folder.appending(path: "result").path(percentEncoded: false)
        )
        try Data(text.utf8).write(to: folder.appending(path: "indicators.sql"))
        return (script, absent)
    }

    /// Computes and writes `<ID>.csv` for each indicator; the export is made beside the store and is
    /// gone afterwards, also when the job fails.
    ///
    /// - Throws: `SparkRun.Failure`, `PermitRefusal`, `StoreError` or an error of the file system.
    public func run(
        _ request: ComputeStage.Request,
        spark: SparkRun,
        beside store: String,
        to out: String
    ) throws -> ComputeStage.Outcome {
        let folder = URL(filePath: store + ".spark-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (script, absent) = try export(request, to: folder)
        let lines = try spark.run(script, in: folder)
        var outcome = ComputeStage.Outcome()
        outcome.absent = absent.map {
            ($0.indicator, $0.period.description, $0.reason.rawValue)
        }
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        for definition in try chosen(request) {
            let own = lines.filter { $0.indicator == definition.id }
            let order =
                ["period", "geography", "region"] + definition.breakdowns.map(\.column)
                + ["measure", "value"]
            // A year stands behind its half-years, as the embedded engine writes them.
            let sorted = Dictionary(grouping: own) { line in
                Period(String(line.text.prefix { $0 != "," }))
            }.compactMap { period, lines in period.map { ($0, lines) } }
                .sorted { $0.0 < $1.0 }.flatMap(\.1)
            let text =
                ([order.joined(separator: ",")] + sorted.map(\.text))
                .joined(separator: "\n") + "\n"
            let place = URL(filePath: out).appending(path: "\(definition.id).csv")
            try Data(text.utf8).write(to: place, options: .atomic)
            outcome.files.append((definition.id, place.path, own.count))
        }
        return outcome
    }
}
