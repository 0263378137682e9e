import ArgumentParser
import Definitions
import Domain
import Foundation

/// `ijkpunt indicators availability`: for which areas and years each figure can be had.
struct IndicatorsAvailabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "availability",
        abstract: "Prints for which areas and years each indicator can be had.",
        discussion: """
            EXAMPLE
              ijkpunt indicators availability --language en
            """
    )

    private struct Level: Encodable {
        let state: String
        let missing: String?
    }

    private struct Line: Encodable {
        let indicator: String
        let levels: [String: Level]
    }

    @OptionGroup var common: RunOptions

    @Argument(help: "The indicators; all of them when none is named.")
    var ids: [String] = []

    @Flag(help: "Write the matrix as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let language = common.spoken
            let asked = ids.isEmpty ? definitions.indicators.keys.sorted() : ids
            let chosen = try asked.map {
                try IndicatorsCommand.definition($0, in: definitions, language)
            }
            if json {
                try IndicatorsCommand.write(
                    chosen.map { definition in
                        Line(
                            indicator: definition.id,
                            levels: definition.availability.entries.reduce(into: [:]) {
                                $0[$1.level.rawValue] = Level(
                                    state: $1.state.rawValue,
                                    missing: $1.missing?[language]
                                )
                            }
                        )
                    }
                )
                return
            }
            for definition in chosen {
                for entry in definition.availability.entries {
                    let isWhole = entry.missing == nil
                    let line = definitions.texts(
                        "cli.indicators.availability-\(isWhole ? "level" : "missing")",
                        language,
                        [
                            "id": definition.id,
                            "level": definitions.texts(
                                "availability.\(entry.level.rawValue)",
                                language
                            ),
                            "state": definitions.texts(
                                "availability.\(entry.state.rawValue)",
                                language
                            ),
                            "missing": entry.missing?[language] ?? "",
                        ]
                    )
                    Console.write(.standardOutput, line + "\n")
                }
            }
        }
    }
}
