import ArgumentParser
import Definitions
import Domain
import Foundation
import Intake
import Pipeline

/// `ijkpunt check`: the rules, nothing stored.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks deliveries on this machine; stores and sends nothing.",
        discussion: """
            The source is the name of the folder a file lies in, or --source.

            EXAMPLE
              ijkpunt check jeugdhulp/90000001-2019H1.csv
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "The files.")
    var files: [String]

    @Option(help: "The source, when the folder's name does not say it.")
    var source: String?

    @Option(help: "A table to read with, as postcodes=FILE: postcode,gm_code[,from,until].")
    var table: [String] = []

    @Option(help: "How to write the findings: text or json.")
    var format = "text"

    @Flag(help: "The same as --format json.")
    var json = false

    func validate() throws {
        try GivenTable.check(table, known: ["postcodes"])
        guard ["text", "json"].contains(format) else {
            throw ValidationError("--format \(format): expected text or json.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            if let source, definitions.sources[source] == nil {
                let known = definitions.sources.keys.sorted().joined(separator: ", ")
                throw ValidationError("--source \(source): expected one of \(known).")
            }
            let stage = CheckStage(
                definitions: definitions,
                postcodes: try GivenTable.postcodes(table, definitions),
                workers: common.workers
            )
            let progress = ProgressLine(quiet: common.quiet)
            var report = CheckReport(definitions: definitions, language: common.spoken)
            for (index, path) in files.enumerated() {
                progress.show("\(index + 1) / \(files.count)")
                if let found = SourceOfPath.find(path, named: source, in: definitions) {
                    report.add(try stage.run(path, source: found))
                } else {
                    report.add(ReadFile(unknownSource: path))
                }
            }
            progress.finish()
            Console.write(
                .standardOutput,
                format == "json" || json ? try report.json() : report.text()
            )
            if report.hasGraveFindings { throw ExitCode(1) }
        }
    }
}
