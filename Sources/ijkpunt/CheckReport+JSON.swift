import Definitions
import Domain
import Intake

extension CheckReport {
    /// The report for programs: every finding.
    func writeJSON(_ write: @escaping (String) -> Void) {
        let wording = FindingWording(definitions: definitions, language: language)
        var json = JSONText(write)
        json.beginObject()
        json.beginList("files")
        for file in files {
            let name = CheckReport.shortName(file.path)
            json.beginObject()
            json.flag("accepted", !file.isRefused)
            json.text("file", file.path)
            json.beginList("findings")
            file.forEachFinding { finding in
                json.beginObject()
                json.text("code", finding.code)
                if finding.severity == .query,
                    let answer = explanation(of: finding.code, in: file)
                {
                    json.text("explanation", answer)
                }
                json.text("field", finding.field)
                json.text("message", wording.message(finding, file: name))
                json.number("row", finding.row)
                json.text("severity", finding.severity.rawValue)
                json.endObject()
            }
            json.endList()
            json.text("holder", file.holder)
            json.text("period", file.period?.description)
            json.number("rows", file.rowCount)
            if let change = change(of: file) { CheckReport.write(change, to: &json) }
            json.text("source", file.source)
            json.endObject()
        }
        json.endList()
        json.endObject()
        json.finish()
    }

    private static func write(_ change: CheckChange, to json: inout JSONText) {
        json.beginObject("since")
        for (name, count) in change.totals.sorted(by: { $0.key < $1.key }) {
            json.number(name, count)
        }
        json.beginList("rules")
        for line in change.lines {
            json.beginObject()
            json.text("code", line.code)
            json.text("field", line.field.isEmpty ? nil : line.field)
            json.number("new", line.added)
            json.number("solved", line.solved)
            json.number("still", line.still)
            json.endObject()
        }
        json.endList()
        json.endObject()
    }
}
