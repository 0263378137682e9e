import Definitions
import Domain
import Foundation
import Intake

/// The findings of a check, as text for people or JSON for programs.
struct CheckReport {
    private struct Document: Encodable {
        var files: [File] = []
    }

    private struct File: Encodable {
        let file: String
        let source: String
        let holder: String?
        let period: String?
        let rows: Int
        let accepted: Bool
        let findings: [Line]
    }

    private struct Line: Encodable {
        let code: String
        let severity: String
        let row: Int?
        let field: String?
        let message: String
    }

    private let definitions: DefinitionSet
    private let language: Language
    private var document = Document()

    /// Whether something was found that refuses a file, leaves a record out or empties a field.
    private(set) var hasGraveFindings = false

    init(definitions: DefinitionSet, language: Language) {
        self.definitions = definitions
        self.language = language
    }

    mutating func add(_ file: ReadFile) {
        let wording = FindingWording(definitions: definitions, language: language)
        let name = URL(filePath: file.path).lastPathComponent
        let lines = file.allFindings.map { finding in
            Line(
                code: finding.code,
                severity: finding.severity.rawValue,
                row: finding.row,
                field: finding.field,
                message: wording.message(finding, file: name)
            )
        }
        hasGraveFindings =
            hasGraveFindings
            || file.allFindings.contains { $0.severity <= .field }
        document.files.append(
            File(
                file: file.path,
                source: file.source,
                holder: file.holder,
                period: file.period?.description,
                rows: file.rowCount,
                accepted: !file.isRefused,
                findings: lines
            )
        )
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    func text() -> String {
        var text = ""
        for file in document.files {
            let verdict = definitions.texts(
                file.accepted ? "cli.check.accepted" : "cli.check.refused",
                language,
                ["file": file.file, "rows": "\(file.rows)", "findings": "\(file.findings.count)"]
            )
            text += verdict + "\n"
            for (code, lines) in grouped(file.findings) {
                text += definitions.texts(
                    "cli.check.rule",
                    language,
                    ["code": code, "severity": severity(lines[0]), "count": "\(lines.count)"]
                )
                text += "\n"
                for line in lines.prefix(CheckReport.shown) { text += "    \(line.message)\n" }
                if lines.count > CheckReport.shown {
                    let more = lines.count - CheckReport.shown
                    text += "    "
                    text += definitions.texts("cli.check.more", language, ["count": "\(more)"])
                    text += "\n"
                }
                if let rule = definitions.ruleTexts[code] {
                    text += "    → \(rule.remedy[language])\n"
                }
            }
        }
        return text
    }

    /// How many findings of a rule the text shows.
    private static let shown = 5

    private func severity(_ line: Line) -> String {
        definitions.texts("cli.severity.\(line.severity)", language)
    }

    private func grouped(_ lines: [Line]) -> [(String, [Line])] {
        Dictionary(grouping: lines, by: \.code).sorted { $0.key < $1.key }.map { ($0, $1) }
    }
}

/// Findings in words.
struct FindingWording {
    let definitions: DefinitionSet
    let language: Language

    /// The message of a finding; never with a value of a row.
    func message(_ finding: Finding, file: String) -> String {
        guard let text = definitions.ruleTexts[finding.code] else { return finding.code }
        var values = ["file": file]
        values["row"] = finding.row.map(String.init) ?? "–"
        values["field"] = finding.field ?? "–"
        values["subject"] = finding.subject ?? "–"
        return text.message.filled(language, values)
    }
}
