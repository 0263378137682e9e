import ArgumentParser
import Definitions
import Domain
import Foundation

/// `ijkpunt indicators`: the definitions of indicators, to be read, checked and compared.
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Lists, checks, explains and compares definitions of indicators.",
        discussion: """
            Definitions are records that users change without building anything again.

            EXAMPLE
              ijkpunt indicators explain BJ-07 --language en
            """,
        subcommands: [
            IndicatorsListCommand.self, IndicatorsValidateCommand.self,
            IndicatorsExplainCommand.self, IndicatorsDiffCommand.self,
            IndicatorsAvailabilityCommand.self,
        ]
    )

    /// Writes a result as JSON.
    static func write(_ result: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        Console.write(
            .standardOutput,
            String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
        )
    }

    /// The definition with an id, or a usage error that names those there are.
    static func definition(
        _ id: String,
        in definitions: DefinitionSet,
        _ language: Language
    ) throws -> IndicatorDefinition {
        guard let definition = definitions.indicators[id] else {
            throw ValidationError(
                definitions.texts(
                    "cli.indicators.unknown",
                    language,
                    [
                        "id": id,
                        "known": definitions.indicators.keys.sorted().joined(separator: ", "),
                    ]
                )
            )
        }
        return definition
    }
}

/// `ijkpunt indicators list`: what there is.
struct IndicatorsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the indicators with version, unit and source.",
        discussion: """
            EXAMPLE
              ijkpunt indicators list --language en
            """
    )

    private struct Line: Encodable {
        let id: String
        let version: Int
        let title: String
        let unit: String
        let source: String
        let secondSource: String?
        let weighingRow: Int
    }

    @OptionGroup var common: RunOptions

    @Flag(help: "Write the list as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let all = definitions.indicators.sorted { $0.key < $1.key }.map(\.value)
            if json {
                try IndicatorsCommand.write(
                    all.map {
                        Line(
                            id: $0.id,
                            version: $0.version,
                            title: $0.title[common.spoken],
                            unit: $0.unit.rawValue,
                            source: $0.source,
                            secondSource: $0.secondSource,
                            weighingRow: $0.weighingRow
                        )
                    }
                )
                return
            }
            for definition in all {
                let unit = "page.unit.\(definition.unit.rawValue)"
                let line = definitions.texts(
                    "cli.indicators.item",
                    common.spoken,
                    [
                        "id": definition.id, "version": String(definition.version),
                        "title": definition.title[common.spoken],
                        "unit": definitions.texts(unit, common.spoken),
                        "source": definition.source,
                    ]
                )
                Console.write(.standardOutput, line + "\n")
            }
        }
    }
}
