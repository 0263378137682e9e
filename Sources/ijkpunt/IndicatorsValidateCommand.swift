import ArgumentParser
import Definitions
import Domain
import Foundation

/// `ijkpunt indicators validate`: checks records before they are put to use.
struct IndicatorsValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks an indicator record, a folder of them, or definitions as a whole.",
        discussion: """
            Of each file the first mistake is named, with its line, what was found and what was
            expected. Exit code 6 when there is one.

            EXAMPLE
              ijkpunt indicators validate mijn-indicatoren/BJ-10.yaml
            """
    )

    private struct Mistake: Encodable {
        let file: String
        let line: Int?
        let found: String
        let expected: String
    }

    private struct Result: Encodable {
        let indicators: [String]
        let mistakes: [Mistake]
    }

    @OptionGroup var common: RunOptions

    @Argument(help: "A file, a folder with records, or a folder of definitions.")
    var path: String

    @Flag(help: "Write the result as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let folder = try DefinitionSet.folder(
                explicit: common.definitions,
                environment: ProcessInfo.processInfo.environment,
                executable: Program.path
            )
            let found = try IndicatorValidation(URL(filePath: path), base: folder)
            let ids = found.indicators.keys.sorted()
            if json {
                try IndicatorsCommand.write(
                    Result(
                        indicators: ids,
                        mistakes: found.mistakes.map {
                            Mistake(
                                file: $0.file,
                                line: $0.line,
                                found: $0.found,
                                expected: $0.expected
                            )
                        }
                    )
                )
            } else {
                speak(found.mistakes, definitions)
                let line = definitions.texts(
                    "cli.indicators.valid",
                    common.spoken,
                    ["count": String(ids.count), "ids": ids.joined(separator: ", ")]
                )
                Console.write(.standardOutput, line + "\n")
            }
            guard found.mistakes.isEmpty else { throw ExitCode(6) }
        }
    }

    private func speak(_ mistakes: [DefinitionError], _ definitions: DefinitionSet) {
        for mistake in mistakes {
            let line = definitions.texts(
                "cli.indicators.mistake",
                common.spoken,
                [
                    "place": mistake.line.map { "\(mistake.file):\($0)" } ?? mistake.file,
                    "found": mistake.found, "expected": mistake.expected,
                ]
            )
            Console.write(.standardOutput, line + "\n")
        }
    }
}
