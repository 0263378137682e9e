import Definitions
import Domain
import Foundation
import Intake

/// The findings of a check, to be written as text, JSON, SARIF or a page.
///
/// Rows, columns and counts; never a value of a row.
struct CheckReport {
    let definitions: DefinitionSet
    let language: Language
    /// An earlier check to compare with.
    let earlier: EarlierCheck?
    /// Queries that were answered.
    let explanations: ExplanationBook

    /// The files as checked, in their order.
    private(set) var files: [ReadFile] = []

    init(
        definitions: DefinitionSet,
        language: Language,
        earlier: EarlierCheck? = nil,
        explanations: ExplanationBook = ExplanationBook()
    ) {
        self.definitions = definitions
        self.language = language
        self.earlier = earlier
        self.explanations = explanations
    }

    mutating func add(_ file: ReadFile) { files.append(file) }

    /// Whether something was found that refuses a file, leaves a record out or empties a field.
    var hasGraveFindings: Bool { files.contains(where: \.hasGraveFindings) }

    /// A text of the catalogue.
    func words(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts("cli." + key, language, values)
    }

    /// The answer to a query of a rule on a file, in words.
    func explanation(of rule: String, in file: ReadFile) -> String? {
        explanations.answer(
            to: rule,
            source: file.source,
            holder: file.holder,
            period: file.period
        ).map { words("check.explained", ["by": $0.by, "day": $0.day, "text": $0.text]) }
    }

    /// The name of a severity.
    func words(_ severity: Finding.Severity) -> String { words("severity.\(severity.rawValue)") }

    /// What became of the findings of an earlier check of the same delivery.
    func change(of file: ReadFile) -> CheckChange? {
        earlier.map { CheckChange(from: $0.counts(of: file), to: file) }
    }

    /// The name of a file as messages use it: its last part, with the archive around it.
    static func shortName(_ path: String) -> String {
        let parts = path.split(separator: "/")
        guard
            let archive = parts.dropLast().lastIndex(where: { $0.lowercased().hasSuffix(".zip") })
        else { return parts.last.map(String.init) ?? path }
        return parts[archive...].joined(separator: "/")
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
