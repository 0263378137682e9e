import ArgumentParser
import Columns
import Definitions
import Disclosure
import Domain
import Foundation
import Pipeline
import Store

/// `ijkpunt compute`: tables.
struct ComputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Computes indicators and writes a CSV file for each.",
        discussion: """
            Without --internal the tables are protected by the profile. With --internal they are
            the bare counts, for analysts inside the secure area; they must not leave it.

            EXAMPLES
              ijkpunt compute BJ-01 BJ-04 --store winkel.sqlite --period 2019H1 --out tabellen
              ijkpunt compute JB-02 --store winkel.sqlite --table population=bevolking.csv
              ijkpunt compute BJ-01 --store winkel.sqlite --engine spark --internal
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Argument(help: "The indicators; all of them when none is named.")
    var ids: [String] = []

    @Option(help: "A half-year (2019H1) or year (2019); may be given more than once.")
    var period: [String] = []

    @Option(help: "Only deliveries received up to this day, as 2026-11-23.")
    var asOf: String?

    @Option(help: "The year of the municipal boundaries.")
    var boundaries = 2020

    @Option(help: "A table an indicator needs, as population=FILE.")
    var table: [String] = []

    @Option(help: "What computes: embedded, or spark (Apache Spark, bare counts only).")
    var engine = "embedded"

    @Option(help: "The program spark-sql; by default $IJKPUNT_SPARK, else spark-sql.")
    var spark: String?

    @Flag(help: "Write the bare counts.")
    var `internal` = false

    @Option(help: "The folder to write.")
    var out = "."

    @Option(help: "The disclosure profile.")
    var profile = "ijkpunt"

    @Option(
        help: ArgumentHelp("Leave a rule out: merging, vintages or repeats.", visibility: .hidden)
    )
    var without: [String] = []

    @Flag(help: "Write what was computed as JSON.")
    var json = false

    func validate() throws {
        guard ["embedded", "spark"].contains(engine) else {
            throw ValidationError("--engine \(engine): expected embedded or spark.")
        }
        guard engine == "embedded" || (`internal` && without.isEmpty) else {
            throw ValidationError("--engine spark: expected --internal, and no --without.")
        }
        for text in period where Period(text) == nil {
            throw ValidationError("--period \(text): expected a half-year (2019H1) or year (2019).")
        }
        try GivenTable.check(table, known: ["population"])
        for text in without where !["merging", "vintages", "repeats"].contains(text) {
            throw ValidationError("--without \(text): expected merging, vintages or repeats.")
        }
    }

    func run() throws {
        let asOfDay = try day(asOf, option: "--as-of")
        try common.reporting { definitions in
            guard let protection = definitions.profiles[profile] else {
                let known = definitions.profiles.keys.sorted().joined(separator: ", ")
                throw ValidationError("--profile \(profile): expected one of \(known).")
            }
            guard protection.method != .suppression else {
                throw ValidationError(
                    "--profile \(profile): withholds cells of single tables; use ijkpunt protect."
                )
            }
            if engine == "spark" {
                try SparkStage.check(ids, definitions, folder: common.definitionFolder())
            }
            let store = try place.open()
            var request = ComputeStage.Request()
            request.ids = ids
            request.periods = period.compactMap { Period($0) }.sorted { $0.end < $1.end }
            request.asOf = asOfDay
            request.boundaries = boundaries
            request.population = try GivenTable.read("population", in: table)
            request.isInternal = `internal`
            request.switchedOff = Set(without)
            let progress = ProgressLine(quiet: common.quiet)
            let stage = ComputeStage(
                definitions: definitions,
                store: store,
                profile: protection,
                workers: common.workers,
                actor: Acting.actor(.analyst)
            )
            let outcome =
                engine == "spark"
                ? try onSpark(request, definitions, store)
                : try stage.run(request, to: out) { progress.show($0) }
            progress.finish()
            for reason in outcome.refused {
                Console.write(
                    .standardError,
                    reason.sentence(definitions.texts, common.spoken)
                        + "\n"
                )
            }
            speak(outcome, definitions, protection)
            speakOfAbsent(outcome, definitions)
            try write(outcome)
        }
    }

    /// The same tables by the second engine.
    private func onSpark(
        _ request: ComputeStage.Request,
        _ definitions: DefinitionSet,
        _ store: DeliveryStore
    ) throws -> ComputeStage.Outcome {
        let named = ProcessInfo.processInfo.environment["IJKPUNT_SPARK"] ?? ""
        let program = spark ?? (named.isEmpty ? "spark-sql" : named)
        return try SparkStage(
            definitions: definitions,
            store: store,
            workers: common.workers,
            actor: Acting.actor(.analyst)
        ).run(
            request,
            spark: SparkRun(program: program, cores: common.workers.cores),
            beside: place.store,
            to: out
        )
    }

    private func speak(
        _ outcome: ComputeStage.Outcome,
        _ definitions: DefinitionSet,
        _ protection: DisclosureProfile
    ) {
        let language = common.spoken
        if `internal` {
            // Said even when quiet: whoever holds these files must know what they are.
            Console.write(
                .standardError,
                definitions.texts("cli.compute.unprotected", language) + "\n"
            )
        } else {
            common.say(protection.notice[language])
        }
        for (indicator, period, notes) in outcome.notes {
            for (name, value) in notes.sorted(by: { $0.key < $1.key })
            where value != "unknown" && definitions.texts.texts["cli.note.\(name)"] != nil {
                common.say(
                    definitions.texts(
                        "cli.note.\(name)",
                        language,
                        ["id": indicator, "period": period, "value": value]
                    )
                )
            }
        }
    }

    private func speakOfAbsent(_ outcome: ComputeStage.Outcome, _ definitions: DefinitionSet) {
        for (indicator, period, reason) in outcome.absent {
            common.say(
                definitions.texts(
                    "cli.absent.\(reason)",
                    common.spoken,
                    ["id": indicator, "period": period]
                )
            )
        }
    }

    private func write(_ outcome: ComputeStage.Outcome) throws {
        struct Line: Encodable {
            let indicator: String
            let file: String
            let cells: Int
            /// What else is known of the table of each period.
            let notes: [String: [String: String]]
        }
        let lines = outcome.files.map { file in
            Line(
                indicator: file.indicator,
                file: file.path,
                cells: file.cells,
                notes: outcome.notes.filter { $0.indicator == file.indicator }
                    .reduce(into: [:]) { $0[$1.period] = $1.notes }
            )
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(lines), as: UTF8.self)
            Console.write(.standardOutput, text + "\n")
        } else {
            for line in lines { Console.write(.standardOutput, "\(line.file)\n") }
        }
    }
}
