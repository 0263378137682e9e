import ArgumentParser
import Definitions
import Domain
import Foundation
import Intake
import Pipeline
import Publication

/// `ijkpunt check`: the rules, nothing stored.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks deliveries on this machine; stores and sends nothing.",
        discussion: """
            The source is the name of the folder a file lies in, or --source. A .zip holds
            deliveries, each checked by itself; of an .xlsx the first visible sheet is read. Your
            own export is read with --mapping, fields on fixed places with --layout.

            EXAMPLES
              ijkpunt check jeugdhulp/90000001-2019H1.csv
              ijkpunt check leveringen.zip --source jeugdhulp --format html > rapport.html
              ijkpunt check 2019H2.csv --source jeugdhulp --previous 2019H1.csv
              ijkpunt check 2019H1.csv --source jeugdhulp --since eerder.json
            """
    )

    /// How findings are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, sarif, html
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var carriers: CarrierArguments

    @Argument(help: "The files.")
    var files: [String]

    @Option(help: "The source, when the folder's name does not say it.")
    var source: String?

    @Option(help: "A table to read with, as postcodes=FILE: postcode,gm_code[,from,until].")
    var table: [String] = []

    @Option(help: "How to write the findings.")
    var format = Format.text

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(help: "An earlier check, written with --format json, to compare with.")
    var since: String?

    @Option(help: "Explanations given before, as written by `ijkpunt explain`.")
    var explanations: String?

    @Option(
        help: """
            A file as accepted for the half-year before, for the rules between half-years; may be \
            given more than once.
            """
    )
    var previous: [String] = []

    func validate() throws {
        try GivenTable.check(table, known: ["postcodes"])
    }

    func run() throws {
        try common.reporting { definitions in
            if let source, definitions.sources[source] == nil {
                let known = definitions.sources.keys.sorted().joined(separator: ", ")
                throw ValidationError("--source \(source): expected one of \(known).")
            }
            let options = try carriers.options(definitions)
            var report = CheckReport(
                definitions: definitions,
                language: common.spoken,
                earlier: try since.map { try EarlierCheck(path: $0) },
                explanations: try explanations.map { try ExplanationFile.book($0) }
                    ?? ExplanationBook()
            )
            var stage = CheckStage(
                definitions: definitions,
                postcodes: try GivenTable.postcodes(table, definitions),
                workers: common.workers
            )
            for path in previous {
                for delivery in try deliveries(path, options, definitions) {
                    guard let found = find(delivery, options, definitions) else { continue }
                    try stage.addPrevious(delivery, source: found)
                }
            }
            let progress = ProgressLine(quiet: common.quiet)
            for (index, path) in files.enumerated() {
                progress.show("\(index + 1) / \(files.count)")
                for delivery in try deliveries(path, options, definitions) {
                    if let found = find(delivery, options, definitions) {
                        report.add(try stage.run(delivery, source: found))
                    } else {
                        report.add(ReadFile(unknownSource: delivery.name))
                    }
                }
            }
            progress.finish()
            write(report, definitions)
            if report.hasGraveFindings { throw ExitCode(1) }
        }
    }

    private func deliveries(
        _ path: String,
        _ options: CarrierOptions,
        _ definitions: DefinitionSet
    ) throws -> [DeliveryFile] {
        try DeliveryFile.list(path, options: options, limits: definitions.carrierLimits)
    }

    private func find(
        _ delivery: DeliveryFile,
        _ options: CarrierOptions,
        _ definitions: DefinitionSet
    ) -> SourceDefinition? {
        SourceOfPath.find(delivery, options: options, named: source, in: definitions)
    }

    private func write(_ report: CheckReport, _ definitions: DefinitionSet) {
        func output(_ text: String) { Console.write(.standardOutput, text) }
        switch json ? .json : format {
        case .text: report.writeText(output)
        case .json: report.writeJSON(output)
        case .sarif: report.writeSARIF(version: IjkpuntCommand.configuration.version, output)
        case .html: output(report.page().html(definitions.texts, common.spoken))
        }
    }
}
