import ArgumentParser
import Definitions
import Domain
import Foundation
import Indicators
import Pipeline
import Store

/// `ijkpunt revisions`: what a figure was in each vintage.
struct RevisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revisions",
        abstract: "Shows what the figures of an indicator were on each day that deliveries came.",
        discussion: """
            For the country as a whole, total over every dimension. The figures are bare counts, for
            analysts inside the secure area, and every line says so; they must not leave it.

            EXAMPLE
              ijkpunt revisions BJ-01 --store winkel.sqlite --period 2019H1
            """
    )

    private struct Line: Encodable {
        let period: String
        let received: String
        let status: String
        let deliveries: Int
        let measure: String
        let value: String
        let change: String?
        let protection: String

        init(_ revision: Revision) {
            period = revision.period.description
            received = revision.day.description
            status = revision.status.rawValue
            deliveries = revision.deliveries
            measure = revision.measure
            value = revision.valueText
            change = revision.change == nil ? nil : revision.changeText
            protection = "none"
        }
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The indicator.")
    var id: String

    @Option(help: "A half-year (2019H1) or year (2019); may be given more than once.")
    var period: [String] = []

    @Option(help: "A table the indicator needs, as population=FILE.")
    var table: [String] = []

    @Flag(help: "Write the lines as JSON, one a line.")
    var json = false

    func validate() throws {
        for text in period where Period(text) == nil {
            throw ValidationError("--period \(text): expected a half-year (2019H1) or year (2019).")
        }
        try GivenTable.check(table, known: ["population"])
    }

    func run() throws {
        try common.reporting { definitions in
            let stage = RevisionStage(
                definitions: definitions,
                store: try place.open(),
                workers: common.workers,
                actor: acting.actor(.analyst)
            )
            let progress = ProgressLine(quiet: common.quiet)
            let revisions = try stage.run(
                id,
                periods: Set(period.compactMap { Period($0) }).sorted { $0.end < $1.end },
                population: try GivenTable.read("population", in: table).map {
                    try PopulationTable(csv: $0.text, path: $0.path)
                },
                progress: { progress.show($0) }
            )
            progress.finish()
            // Said even when quiet: whoever holds these figures must know what they are.
            Console.write(
                .standardError,
                definitions.texts("cli.compute.unprotected", common.spoken) + "\n"
            )
            if revisions.isEmpty {
                common.say(definitions.texts("cli.revisions.none", common.spoken, ["id": id]))
            }
            if json {
                for revision in revisions {
                    Console.write(.standardOutput, try JSONLine.text(Line(revision)))
                }
                return
            }
            let lines = [Revision.header] + revisions.map(\.csv)
            Console.write(.standardOutput, lines.joined(separator: "\n") + "\n")
        }
    }
}
