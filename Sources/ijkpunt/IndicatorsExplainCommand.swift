import ArgumentParser
import Definitions
import Domain
import Foundation

/// `ijkpunt indicators explain`: one definition, as a reader would want it.
struct IndicatorsExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains an indicator, with its worked examples.",
        discussion: """
            EXAMPLE
              ijkpunt indicators explain BJ-07 --language en
            """
    )

    private struct Example: Encodable {
        let title: String
        let period: String
        let deliveries: [String]
        let cells: [String]
    }

    private struct Explanation: Encodable {
        let id: String
        let version: Int
        let title: String
        let parts: [String: [String]]
        let examples: [Example]
    }

    @OptionGroup var common: RunOptions

    @Argument(help: "The indicator, as BJ-07.")
    var id: String?

    @Flag(help: "The whole handbook: every indicator, in English.")
    var handbook = false

    @Flag(help: "Write the explanation as JSON.")
    var json = false

    func validate() throws {
        guard (id == nil) == handbook else {
            throw ValidationError("Give an indicator, as BJ-07, or --handbook.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            guard let id else {
                Console.write(.standardOutput, IndicatorHandbook.article(definitions))
                return
            }
            let language = common.spoken
            let definition = try IndicatorsCommand.definition(id, in: definitions, language)
            let explanation = IndicatorExplanation(definition, in: definitions, language)
            guard json else {
                Console.write(.standardOutput, explanation.markdown())
                return
            }
            try IndicatorsCommand.write(
                Explanation(
                    id: definition.id,
                    version: definition.version,
                    title: definition.title[language],
                    parts: explanation.parts.reduce(into: [:]) { $0[$1.key] = $1.paragraphs },
                    examples: definition.examples.map {
                        Example(
                            title: $0.title[language],
                            period: $0.period.description,
                            deliveries: $0.deliveries,
                            cells: $0.expected
                        )
                    }
                )
            )
        }
    }
}
