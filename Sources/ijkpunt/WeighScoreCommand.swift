import ArgumentParser
import Definitions
import Domain
import Foundation
import Statistics
import Weighing

/// `ijkpunt weigh score`: what several scorers gave, or what a proposal comes to.
struct WeighScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Sets score sheets side by side, or reviews the proposal of a new candidate.",
        discussion: """
            A sheet is a CSV file with version,scorer,row,criterion,score,remark. A proposal is \
            templates/candidate.yaml beside the definitions, filled in: it walks through legend, \
            burden, lighter alternatives and strategic behaviour, and leaves nothing open.

            EXAMPLES
              ijkpunt weigh score anna.csv bert.csv
              ijkpunt weigh score --candidate voorstel.yaml --json
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "Score sheets.")
    var sheets: [String] = []

    @Option(help: "The proposal of a new candidate.")
    var candidate: String?

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard sheets.isEmpty != (candidate == nil) else {
            throw ValidationError("Expected score sheets, or --candidate with a proposal.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let words = WeighingWords(definitions: definitions, language: common.spoken)
            if let candidate {
                try review(candidate, words)
            } else {
                let sheet = try Complaint.reading { () throws(DefinitionError) in
                    try ScoreSheet.read(
                        sheets.map { URL(filePath: $0) },
                        framework: words.framework
                    )
                }
                let agreement = ScorerAgreement(sheet, framework: words.framework)
                Console.write(
                    .standardOutput,
                    json
                        ? description(agreement, sheet, words).text + "\n"
                        : lines(agreement, sheet, words)
                )
            }
        }
    }

    private func review(_ file: String, _ words: WeighingWords) throws {
        let shortest = words.definitions.privacy.permits.shortestText
        let proposal = try Complaint.reading { () throws(DefinitionError) in
            try CandidateProposal.read(
                URL(filePath: file),
                framework: words.framework,
                shortest: shortest
            )
        }
        let review = ProposalReview(of: proposal, in: words.framework)
        let rows = review.better.map { "\($0.number)" }
        let hours = Int(review.hoursPerYear.rounded())
        if json {
            let value = JSONValue.object([
                "id": .string(proposal.id),
                "rule": .string(review.advice.rawValue),
                "cells": .integer(review.sensitivity.cells),
                "share": .number(review.sensitivity.share.value),
                "hours-per-year": .integer(hours),
                "for-figures-alone": .bool(review.isForFiguresAlone),
                "better-rows": .array(review.better.map { .integer($0.number) }),
            ])
            Console.write(.standardOutput, value.text + "\n")
            return
        }
        var text = [
            words(
                "cli.weigh.proposal",
                ["title": proposal.title[words.language], "advice": review.advice.sign]
            ),
            words(
                "cli.weigh.burden",
                [
                    "by": proposal.recordedBy,
                    "process": proposal.primaryProcess ?? words("cli.weigh.figures-alone"),
                    "hours": "\(hours)",
                ]
            ),
            words("cli.weigh.behaviour", ["text": proposal.strategicBehaviour]),
        ]
        if !rows.isEmpty {
            text.append(words("cli.weigh.better", ["rows": rows.joined(separator: ", ")]))
        }
        Console.write(.standardOutput, text.joined(separator: "\n") + "\n")
    }

    private func lines(
        _ agreement: ScorerAgreement,
        _ sheet: ScoreSheet,
        _ words: WeighingWords
    ) -> String {
        let criteria = words.framework.criteria
        var lines = [
            words(
                "cli.weigh.scorers",
                ["count": "\(agreement.scorers.count)", "version": "\(sheet.version)"]
            )
        ]
        for cell in agreement.cells {
            var values = counts(cell.counts)
            values["row"] = "\(cell.row)"
            values["criterion"] = criteria[cell.criterion].title[words.language]
            values["agreement"] = share(cell.agreement, words)
            lines.append(words("cli.weigh.cell", values))
        }
        for advice in agreement.advice {
            var values = counts(advice.counts)
            values["row"] = "\(advice.row)"
            values["advice"] = words.framework.row(advice.row).map { words.advice($0.advice) } ?? ""
            lines.append(words("cli.weigh.scorer-advice", values))
        }
        for criterion in agreement.criteria {
            lines.append(
                words(
                    "cli.weigh.criterion-agreement",
                    [
                        "criterion": criteria[criterion.criterion].title[words.language],
                        "agreement": share(criterion.agreement, words),
                        "alpha": share(criterion.alpha, words),
                    ]
                )
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func counts(_ counts: [Int]) -> [String: String] {
        ["minus": "\(counts[0])", "between": "\(counts[1])", "plus": "\(counts[2])"]
    }

    private func share(_ value: Double?, _ words: WeighingWords) -> String {
        guard let value else { return words("cli.weigh.undefined") }
        let hundredths = Int((value.magnitude * 100).rounded())
        let digits = "\(hundredths % 100)"
        let text = "\(hundredths / 100)." + (digits.count < 2 ? "0" : "") + digits
        let spoken = common.spoken == .nl ? text.replacing(".", with: ",") : text
        return (value < 0 && hundredths > 0 ? "\u{2212}" : "") + spoken
    }

    private func description(
        _ agreement: ScorerAgreement,
        _ sheet: ScoreSheet,
        _ words: WeighingWords
    ) -> JSONValue {
        let criteria = words.framework.criteria
        func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
        func distribution(_ counts: [Int]) -> JSONValue {
            .object([
                "-": .integer(counts[0]), "o": .integer(counts[1]), "+": .integer(counts[2]),
            ])
        }
        return .object([
            "version": .integer(sheet.version),
            "scorers": .array(agreement.scorers.map { .string($0) }),
            "cells": .array(
                agreement.cells.map { cell in
                    .object([
                        "row": .integer(cell.row),
                        "criterion": .string(criteria[cell.criterion].id),
                        "counts": distribution(cell.counts),
                        "agreement": number(cell.agreement),
                    ])
                }
            ),
            "advice": .array(
                agreement.advice.map {
                    .object(["row": .integer($0.row), "counts": distribution($0.counts)])
                }
            ),
            "criteria": .array(
                agreement.criteria.map { criterion in
                    .object([
                        "criterion": .string(criteria[criterion.criterion].id),
                        "agreement": number(criterion.agreement),
                        "alpha": number(criterion.alpha),
                    ])
                }
            ),
        ])
    }
}
