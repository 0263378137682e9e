import ArgumentParser
import Definitions
import Domain
import Foundation
import Statistics
import Weighing

/// `ijkpunt weigh quality`: what organisations report on themselves, put together.
struct WeighQualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract: "Puts the self-reports of organisations together, with their caveats.",
        discussion: """
            A report is a CSV file with organisation,year,item,value; the items stand in
            weighing/quality-framework.yaml of the definitions.

            EXAMPLE
              ijkpunt weigh quality opgaven/*.csv --language en
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "Self-reports.")
    var reports: [String]

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let framework = definitions.quality
            let answers = try Complaint.reading { () throws(DefinitionError) in
                try framework.read(reports.map { URL(filePath: $0) })
            }
            let found = QualitySummary.all(answers, framework: framework)
            let words = WeighingWords(definitions: definitions, language: common.spoken)
            let caveats = framework.caveats[common.spoken]
            let text =
                json
                ? describe(found, caveats).text + "\n"
                : ([caveats] + found.map { line($0, framework, words) })
                    .joined(separator: "\n") + "\n"
            Console.write(.standardOutput, text)
        }
    }

    private func line(
        _ summary: QualitySummary,
        _ framework: QualityFramework,
        _ words: WeighingWords
    ) -> String {
        let title = framework.items.first { $0.id == summary.item }?.title[words.language] ?? ""
        let percent = summary.share.map { "\(Int(($0 * 100).rounded())) %" }
        return words(
            "cli.weigh.quality",
            [
                "year": "\(summary.year)", "title": title, "total": "\(summary.total)",
                "share": percent ?? words("cli.weigh.undefined"),
                "answered": "\(summary.answered)", "all": "\(summary.organisations)",
            ]
        )
    }

    private func describe(_ found: [QualitySummary], _ caveats: String) -> JSONValue {
        .object([
            "caveats": .string(caveats),
            "items": .array(
                found.map { summary in
                    .object([
                        "item": .string(summary.item),
                        "year": .integer(summary.year),
                        "organisations": .integer(summary.organisations),
                        "answered": .integer(summary.answered),
                        "total": .integer(summary.total),
                        "share": summary.share.map { .number($0) } ?? .null,
                    ])
                }
            ),
        ])
    }
}
