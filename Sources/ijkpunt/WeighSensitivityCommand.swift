import ArgumentParser
import Definitions
import Domain
import Statistics
import Weighing

/// `ijkpunt weigh sensitivity`: how easily each advice would have been another.
struct WeighSensitivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "How many cells must flip before an advice changes, and under which weights.",
        discussion: """
            Cells: every assignment of scores is tried. Weights: the share of all weightings of the
            criteria under which more weight holds than does not; exact, not drawn.

            EXAMPLES
              ijkpunt weigh sensitivity
              ijkpunt weigh sensitivity 10 21 --json
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "Rows or ids; all rows when none is named.")
    var candidates: [String] = []

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let words = WeighingWords(definitions: definitions, language: common.spoken)
            let rows = try words.candidates(candidates).compactMap { candidate in
                words.row(candidate, version: words.framework.versions.count)
            }
            let found = rows.map { ($0, AdviceSensitivity(of: $0.scores, in: words.framework)) }
            let text =
                json
                ? JSONValue.array(found.map { describe($0, $1, words) }).text + "\n"
                : found.map { lines($0, $1, words) }.joined()
            Console.write(.standardOutput, text)
        }
    }

    private func lines(
        _ row: WeighingRow,
        _ sensitivity: AdviceSensitivity,
        _ words: WeighingWords
    ) -> String {
        let flips = sensitivity.flips.map { flip in
            words(
                "cli.weigh.flip",
                [
                    "criterion": words.framework.criteria[flip.criterion].title[words.language],
                    "score": flip.score.sign, "advice": flip.advice.sign,
                ]
            )
        }
        let title = words.framework.candidate(row: row.number)?.title[words.language] ?? ""
        return "\(row.number). \(title) (\(sensitivity.rule.sign))\n  "
            + words(
                "cli.weigh.cells",
                [
                    "cells": "\(sensitivity.cells)", "steps": "\(sensitivity.steps)",
                    "flips": flips.isEmpty
                        ? words("cli.weigh.no-single-flip") : flips.joined(separator: "; "),
                ]
            ) + "\n  "
            + words(
                "cli.weigh.share",
                [
                    "share": percent(sensitivity.share.value),
                    "advised": "\(sensitivity.share.advised)", "of": "\(sensitivity.share.of)",
                ]
            ) + "\n"
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        let sign = common.spoken == .nl ? "," : "."
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(sign)\(tenths % 10)"
    }

    private func describe(
        _ row: WeighingRow,
        _ sensitivity: AdviceSensitivity,
        _ words: WeighingWords
    ) -> JSONValue {
        .object([
            "row": .integer(row.number),
            "rule": .string(sensitivity.rule.rawValue),
            "advice": .string(row.advice.rawValue),
            "cells": .integer(sensitivity.cells),
            "steps": .integer(sensitivity.steps),
            "flips": .array(
                sensitivity.flips.map { flip in
                    .object([
                        "criterion": .string(words.framework.criteria[flip.criterion].id),
                        "score": .string(flip.score.rawValue),
                        "advice": .string(flip.advice.rawValue),
                    ])
                }
            ),
            "share": .number(sensitivity.share.value),
            "share-advised": .integer(sensitivity.share.advised),
            "share-of": .integer(sensitivity.share.of),
        ])
    }
}
