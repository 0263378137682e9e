import Definitions
import Domain

extension RuleText {
    /// The message of a finding with what the finding gives; what it lacks stays a placeholder.
    func rendered(_ finding: Finding, _ language: Language, file: String = "a.csv") -> String {
        var values = ["file": file]
        values["row"] = finding.row.map { "\($0)" }
        values["field"] = finding.field
        values["subject"] = finding.subject
        return message.filled(language, values)
    }
}
