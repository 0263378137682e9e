public import Columns
public import Domain

/// One file as read and checked row by row.
public struct ReadFile: Sendable {
    /// The path as given.
    public let path: String
    /// The source.
    public let source: String
    /// The source holder, once known.
    public internal(set) var holder: String?
    /// The half-year, once known.
    public internal(set) var period: ReportingPeriod?
    /// The rows, numbers scrambled; empty when the file is refused.
    public internal(set) var rows: ScannedRows
    /// Findings on the file as a whole.
    public internal(set) var findings: [Finding] = []
    /// Findings on rows.
    var rowFindings: [RowFinding] = []
    /// The keyed digest, where there is a key.
    public internal(set) var digest: [UInt8] = []
    /// The mark of the key that made the sender pseudonyms, or `nil` when the file holds numbers.
    public internal(set) var senderMark: String?
    /// The columns the file has.
    var fields: Set<RowField> = []

    init(path: String, source: String) {
        self.path = path
        self.source = source
        rows = ScannedRows(smallSlots: RowField.smallSlots, wideSlots: RowField.wideSlots)
    }

    /// Whether a finding refuses the file.
    public var isRefused: Bool { findings.contains { $0.severity == .file } }

    /// Rows in the file.
    public internal(set) var rowCount = 0

    /// Records left out.
    public internal(set) var leftOut = 0

    /// Every finding: those on the file, then those on rows in the order of row and code.
    public var allFindings: [Finding] {
        findings
            + rowFindings.map { found in
                let rule = Rule.all[Int(found.rule)]
                let field =
                    RowField.allCases.indices.contains(Int(found.field))
                    ? RowField.allCases[Int(found.field)].rawValue : nil
                return Finding(
                    code: rule.code,
                    severity: rule.severity,
                    row: Int(found.row) + 2,
                    field: field
                )
            }
    }

    /// The number of findings by code.
    public var findingCounts: [String: Int] {
        var counts: [String: Int] = [:]
        for finding in findings { counts[finding.code, default: 0] += 1 }
        var byRule = [Int](repeating: 0, count: 256)
        for found in rowFindings { byRule[Int(found.rule)] += 1 }
        for (index, rule) in Rule.all.enumerated() where byRule[index] > 0 {
            counts[rule.code, default: 0] += byRule[index]
        }
        return counts
    }

    mutating func refuse(
        _ code: String,
        row: Int? = nil,
        field: String? = nil,
        subject: String? = nil
    ) {
        findings.append(
            Finding(code: code, severity: .file, row: row, field: field, subject: subject)
        )
        rows = ScannedRows(smallSlots: RowField.smallSlots, wideSlots: RowField.wideSlots)
        rowFindings = []
    }

    mutating func note(_ code: String, field: String? = nil, subject: String? = nil) {
        findings.append(Finding(code: code, severity: .note, field: field, subject: subject))
    }
}

extension ReadFile {
    /// Refuses the file for what was found in a row while it was copied.
    mutating func refuse(afterReading code: String, row: Int, field: String?) {
        refuse(code, row: row, field: field)
    }

    /// Refuses the file for a reason found outside it, with what fills the message.
    public mutating func refuse(afterReading code: String, subject: String) {
        refuse(code, subject: subject)
    }

    /// A file whose source is not known: neither named nor told by its folder.
    public init(unknownSource path: String) {
        self.init(path: path, source: "")
        refuse("INT-018")
    }

    /// A file of which nothing could be read.
    public init(unreadable path: String) {
        self.init(path: path, source: "")
    }

    /// Refuses the file for a reason found outside it.
    public mutating func refuse(afterReading code: String) {
        refuse(code)
    }

    /// Adds a note found outside the file.
    public mutating func addNote(_ code: String) {
        note(code)
    }
}
