import ArgumentParser
import Definitions
import Domain
import Foundation
import Pipeline
import Store

/// `ijkpunt export`: the columns of a store for another engine, inside the secure area.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the columns of a store for Apache Spark, inside the secure area.",
        discussion: """
            The folder holds records of persons under numbers that mean nothing elsewhere. It is made
            for its owner alone (mode 700); remove it when the job is done. `indicators.sql` in it is
            the script: spark-sql -f indicators.sql

            EXAMPLE
              ijkpunt export BJ-01 --for-spark --store winkel.sqlite --out uitvoer
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The indicators; all that Spark SQL can say when none is named.")
    var ids: [String] = []

    @Flag(help: "For Apache Spark; there is no other form.")
    var forSpark = false

    @Option(help: "A half-year (2019H1) or year (2019); may be given more than once.")
    var period: [String] = []

    @Option(help: "The year of the municipal boundaries.")
    var boundaries = 2020

    @Option(help: "A table an indicator needs, as population=FILE.")
    var table: [String] = []

    @Option(help: "The folder to make; it must not be there yet.")
    var out: String

    func validate() throws {
        guard forSpark else { throw ValidationError("export: expected --for-spark.") }
        for text in period where Period(text) == nil {
            throw ValidationError("--period \(text): expected a half-year (2019H1) or year (2019).")
        }
        try GivenTable.check(table, known: ["population"])
        guard !FileManager.default.fileExists(atPath: out) else {
            throw ValidationError("--out \(out): expected a folder that is not there yet.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            try SparkStage.check(ids, definitions, folder: common.definitionFolder())
            let store = try place.open()
            var request = ComputeStage.Request()
            request.ids = ids
            request.periods = period.compactMap { Period($0) }.sorted { $0.end < $1.end }
            request.boundaries = boundaries
            request.population = try GivenTable.read("population", in: table)
            let stage = SparkStage(
                definitions: definitions,
                store: store,
                workers: common.workers,
                actor: acting.actor(.analyst)
            )
            _ = try stage.export(request, to: URL(filePath: out))
            Console.write(
                .standardError,
                definitions.texts("cli.export.unprotected", common.spoken, ["path": out]) + "\n"
            )
            Console.write(.standardOutput, out + "/indicators.sql\n")
        }
    }
}
