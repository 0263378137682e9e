import Definitions
import Domain
import Intake

extension CheckReport {
    /// The report as SARIF 2.1.0 (OASIS), for tools that show findings beside a file.
    func writeSARIF(version: String, _ output: @escaping (String) -> Void) {
        let wording = FindingWording(definitions: definitions, language: language)
        let entries = RuleCatalogue.entries(definitions)
        var places: [String: Int] = [:]
        for (index, entry) in entries.enumerated() { places[entry.code] = index }
        var json = JSONText(output)
        json.beginObject()
        json.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.text("version", "2.1.0")
        json.beginList("runs")
        json.beginObject()
        json.beginObject("tool")
        json.beginObject("driver")
        json.text("name", "ijkpunt")
        json.text("version", version)
        json.text("language", language.rawValue)
        json.beginList("rules")
        for entry in entries { write(entry, to: &json) }
        json.endList()
        json.endObject()
        json.endObject()
        json.text("columnKind", "unicodeCodePoints")
        json.beginList("results")
        for file in files {
            let name = CheckReport.shortName(file.path)
            file.forEachFinding { finding in
                json.beginObject()
                json.text("ruleId", finding.code)
                json.number("ruleIndex", places[finding.code])
                json.text("level", CheckReport.level(finding.severity))
                json.beginObject("message")
                json.text("text", wording.message(finding, file: name))
                json.endObject()
                json.beginList("locations")
                json.beginObject()
                write(finding, in: file.path, to: &json)
                json.endObject()
                json.endList()
                suppress(finding, in: file, to: &json)
                json.endObject()
            }
        }
        json.endList()
        json.endObject()
        json.endList()
        json.endObject()
        json.finish()
    }

    private func write(_ entry: RuleCatalogue.Entry, to json: inout JSONText) {
        json.beginObject()
        json.text("id", entry.code)
        json.beginObject("shortDescription")
        json.text("text", entry.text.message[language])
        json.endObject()
        json.beginObject("help")
        json.text("text", entry.text.remedy[language])
        json.endObject()
        json.beginObject("defaultConfiguration")
        json.text("level", CheckReport.level(entry.severity))
        json.endObject()
        json.beginObject("properties")
        json.text("severity", entry.severity.rawValue)
        json.endObject()
        json.endObject()
    }

    private func write(_ finding: Finding, in path: String, to json: inout JSONText) {
        json.beginObject("physicalLocation")
        json.beginObject("artifactLocation")
        json.text("uri", CheckReport.address(path))
        json.endObject()
        if let row = finding.row, row > 0 {
            json.beginObject("region")
            json.number("startLine", row)
            json.endObject()
        }
        json.endObject()
        if let field = finding.field {
            json.beginList("logicalLocations")
            json.beginObject()
            json.text("name", field)
            json.text("kind", "member")
            json.endObject()
            json.endList()
        }
    }

    /// A query that was answered is a finding that somebody accepted, with the answer beside it.
    ///
    /// Where one result has the list all must have it, empty where nothing was answered.
    private func suppress(_ finding: Finding, in file: ReadFile, to json: inout JSONText) {
        guard !explanations.entries.isEmpty else { return }
        json.beginList("suppressions")
        if finding.severity == .query, let answer = explanation(of: finding.code, in: file) {
            json.beginObject()
            json.text("kind", "external")
            json.text("status", "accepted")
            json.text("justification", answer)
            json.endObject()
        }
        json.endList()
    }

    private static func level(_ severity: Finding.Severity) -> String {
        switch severity {
        case .file, .record: "error"
        case .field, .query: "warning"
        case .note: "note"
        }
    }

    /// A path as a relative address (RFC 3986): everything but plain signs as percent and digits.
    private static func address(_ path: String) -> String {
        var address = ""
        let digits = Array("0123456789ABCDEF")
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                address.unicodeScalars.append(UnicodeScalar(byte))
            default:
                address += "%"
                address.append(digits[Int(byte >> 4)])
                address.append(digits[Int(byte & 15)])
            }
        }
        return address
    }
}
