/// The columns `value` and `status` of a table in the documented CSV form.
struct StatusRows {
    /// Row, header 1, with status and value.
    private(set) var rows: [(row: Int, status: String, value: String)] = []

    /// Reads a table, or gives `nil` when it has no such columns or a row is of another width.
    init?(_ text: String) {
        var records = StatusRows.records(text)
        guard let header = records.first, let value = header.firstIndex(of: "value"),
            let status = header.firstIndex(of: "status")
        else { return nil }
        records.removeFirst()
        for (index, fields) in records.enumerated() {
            guard fields.count == header.count else { return nil }
            rows.append((index + 2, fields[status], fields[value]))
        }
    }

    /// The records of a CSV text (RFC 4180): fields in quotes may hold commas and line ends.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuote = false
        for scalar in text.unicodeScalars {
            if isQuoted {
                if scalar == "\"" {
                    isQuoted = false
                    wasQuote = true
                } else {
                    field.unicodeScalars.append(scalar)
                }
                continue
            }
            switch scalar {
            case "\"":
                // A quote that is doubled stands for itself.
                if wasQuote { field.unicodeScalars.append("\"") }
                isQuoted = true
            case ",":
                fields.append(field)
                field = ""
            case "\n":
                records.append(fields + [field])
                fields = []
                field = ""
            case "\r": break
            default: field.unicodeScalars.append(scalar)
            }
            wasQuote = false
        }
        if !field.isEmpty || !fields.isEmpty { records.append(fields + [field]) }
        return records
    }
}
