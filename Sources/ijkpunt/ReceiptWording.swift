import Definitions
import Domain
import Foundation
import Intake
import Pipeline

/// Receipts in words or as JSON.
struct ReceiptWording {
    private struct Line: Encodable {
        let file: String
        let source: String
        let holder: String?
        let period: String?
        let outcome: String
        let id: Int64?
        let vintage: Int?
        let rows: Int
        let leftOut: Int
        let hash: String
        let findings: [String: Int]
        let explained: [String: String]?
    }

    let definitions: DefinitionSet
    let language: Language
    /// Queries that were answered.
    var explanations = ExplanationBook()

    func json(_ receipt: Receipt) throws -> String {
        let (outcome, id, vintage) = parts(receipt.outcome)
        let line = Line(
            file: receipt.path,
            source: receipt.source,
            holder: receipt.holder,
            period: receipt.period?.description,
            outcome: outcome,
            id: id,
            vintage: vintage,
            rows: receipt.rows,
            leftOut: receipt.leftOut,
            hash: receipt.digest,
            findings: receipt.findingCounts,
            explained: explanations.entries.isEmpty
                ? nil
                : Dictionary(answers(to: receipt), uniquingKeysWith: { first, _ in first })
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
    }

    func text(_ receipt: Receipt) -> String {
        let (outcome, id, vintage) = parts(receipt.outcome)
        let codes = receipt.findingCounts.sorted { $0.key < $1.key }
            .map { "\($0.key)×\($0.value)" }.joined(separator: " ")
        var text =
            definitions.texts(
                "cli.receipt.\(outcome)",
                language,
                [
                    "file": receipt.path, "id": id.map(String.init) ?? "–",
                    "vintage": vintage.map(String.init) ?? "–", "rows": "\(receipt.rows)",
                    "leftOut": "\(receipt.leftOut)", "hash": receipt.digest,
                    "findings": codes.isEmpty ? "–" : codes,
                ]
            ) + "\n"
        for (code, answer) in answers(to: receipt) { text += "    \(code): \(answer)\n" }
        guard receipt.outcome == .refused else { return text }
        let wording = FindingWording(definitions: definitions, language: language)
        let name = URL(filePath: receipt.path).lastPathComponent
        for finding in receipt.fileFindings where finding.severity == .file {
            text += "    \(wording.message(finding, file: name))\n"
            if let rule = definitions.ruleTexts[finding.code] {
                text += "    → \(rule.remedy[language])\n"
            }
        }
        return text
    }

    /// The codes of a receipt that were answered, in their order, each with its answer in words.
    private func answers(to receipt: Receipt) -> [(String, String)] {
        receipt.findingCounts.keys.sorted().compactMap { code in
            explanations.answer(
                to: code,
                source: receipt.source,
                holder: receipt.holder,
                period: receipt.period
            ).map { entry in
                let values = ["by": entry.by, "day": entry.day, "text": entry.text]
                return (code, definitions.texts("cli.check.explained", language, values))
            }
        }
    }

    private func parts(_ outcome: Receipt.Outcome) -> (String, Int64?, Int?) {
        switch outcome {
        case .accepted(let id, let vintage): ("accepted", id, vintage)
        case .unchanged(let id, let vintage): ("unchanged", id, vintage)
        case .checked: ("checked", nil, nil)
        case .refused: ("refused", nil, nil)
        case .unreadable: ("unreadable", nil, nil)
        }
    }
}
