import ArgumentParser
import Definitions
import Domain
import Foundation
import Intake

/// `ijkpunt rules`: the catalogue of rules.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Prints every rule on deliveries: what it asks, how grave it is, what to do.",
        discussion: """
            EXAMPLE
              ijkpunt rules --format md --language en
            """
    )

    private struct Line: Encodable {
        let code: String
        let severity: String
        let fields: [String]
        let sources: [String]
        let runs: [String]
        let message: LocalizedLine
        let remedy: LocalizedLine
        let reference: String
    }

    private struct LocalizedLine: Encodable {
        let nl: String
        let en: String

        init(_ text: LocalizedText) {
            nl = text.nl
            en = text.en
        }
    }

    @OptionGroup var common: RunOptions

    @Option(help: "How to write the catalogue: md or json.")
    var format = "md"

    @Flag(help: "The same as --format json.")
    var json = false

    func validate() throws {
        guard ["md", "json"].contains(format) else {
            throw ValidationError("--format \(format): expected md or json.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let catalogue = RuleCatalogue.entries(definitions)
            if format == "json" || json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
                let lines = catalogue.map { entry in
                    Line(
                        code: entry.code,
                        severity: entry.severity.rawValue,
                        fields: entry.fields,
                        sources: entry.sources,
                        runs: entry.places.map(\.rawValue),
                        message: LocalizedLine(entry.text.message),
                        remedy: LocalizedLine(entry.text.remedy),
                        reference: entry.text.reference
                    )
                }
                let data = try encoder.encode(lines)
                Console.write(.standardOutput, String(decoding: data, as: UTF8.self) + "\n")
            } else {
                Console.write(.standardOutput, markdown(catalogue, definitions))
            }
        }
    }

    private func markdown(_ catalogue: [RuleCatalogue.Entry], _ definitions: DefinitionSet)
        -> String
    {
        let language = common.spoken
        var text =
            definitions.texts("cli.rules.header", language)
            + "\n|---|---|---|---|---|---|---|---|\n"
        for entry in catalogue {
            let severity = definitions.texts("cli.severity.\(entry.severity.rawValue)", language)
            let cells = [
                entry.code, severity, entry.sources.joined(separator: ", "),
                entry.fields.joined(separator: ", "),
                entry.places.map(\.rawValue).joined(separator: ", "),
                entry.text.message[language], entry.text.remedy[language], entry.text.reference,
            ]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return text
    }
}
