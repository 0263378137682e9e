import Definitions
import Domain
import Intake

extension CheckReport {
    /// How many findings of a rule the text shows.
    private static let shown = 5

    /// The report for people at a terminal.
    func writeText(_ write: (String) -> Void) {
        let wording = FindingWording(definitions: definitions, language: language)
        for file in files {
            let key = file.isRefused ? "check.refused" : "check.accepted"
            write(
                words(
                    key,
                    [
                        "file": file.path, "rows": "\(file.rowCount)",
                        "findings": "\(file.findingCount)",
                    ]
                ) + "\n"
            )
            let name = CheckReport.shortName(file.path)
            for group in file.findingGroups(first: CheckReport.shown) {
                let values = [
                    "code": group.code, "severity": words(group.severity),
                    "count": "\(group.count)",
                ]
                write(words("check.rule", values) + "\n")
                for finding in group.first {
                    write("    \(wording.message(finding, file: name))\n")
                }
                if group.count > group.first.count {
                    let more = ["count": "\(group.count - group.first.count)"]
                    write("    " + words("check.more", more) + "\n")
                }
                if group.severity == .query, let answer = explanation(of: group.code, in: file) {
                    write("    → \(answer)\n")
                } else if let rule = definitions.ruleTexts[group.code] {
                    write("    → \(rule.remedy[language])\n")
                }
            }
            if let change = change(of: file) {
                write(words("check.since", change.totals.mapValues(String.init)) + "\n")
                for line in change.lines where line.added + line.solved > 0 {
                    write(words("check.since-rule", line.values) + "\n")
                }
            }
        }
    }
}
