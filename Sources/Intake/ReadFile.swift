public import Columns
import Definitions
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
    /// The rows of the carrier, where they are other than those of the text.
    var rowNumbers: RowNumbers?
    /// Whether the one row says that there is nothing to report.
    var hasNothingToReport = false
    /// The columns the file has.
    var fields: Set<RowField> = []
    /// Where the columns of its source are kept.
    public let layout: RowLayout
    /// Counts over the rows, of a source of persons.
    var tally = FileTally()
    /// What rules need to know, once the header has been read.
    var setting: RuleSetting?

    init(path: String, source: String, layout: RowLayout) {
        self.path = path
        self.source = source
        self.layout = layout
        rows = layout.noRows()
    }

    /// Whether a finding refuses the file.
    public var isRefused: Bool { findings.contains { $0.severity == .file } }

    /// Rows in the file.
    public internal(set) var rowCount = 0

    /// Records left out.
    public internal(set) var leftOut = 0

    /// Every finding: those on the file, then those on rows in the order of row and code.
    public var allFindings: [Finding] {
        var all: [Finding] = []
        all.reserveCapacity(findingCount)
        forEachFinding { all.append($0) }
        return all
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
        rows = layout.noRows()
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

    /// Refuses the file when both more than a share and more than a number of records are left out.
    mutating func refuseIfTooMuchIsLeftOut(of total: Int, limit: (percent: Int, records: Int)) {
        guard leftOut > limit.records, leftOut * 100 > total * limit.percent else { return }
        findings.append(
            Finding(code: "INT-014", severity: .file, subject: "\(leftOut)/\(total)")
        )
    }

    /// Whether the file is a table without holder and half-year, which is never stored.
    public var isTable: Bool { layout.shape == .figures && !layout.names.isEmpty }

    /// The file with the note that it was checked and not stored.
    public func asChecked() -> ReadFile {
        var copy = self
        copy.note("INT-025")
        return copy
    }

    /// A file whose source is not known: neither named nor told by its folder.
    public init(unknownSource path: String) {
        self.init(path: path, source: "", layout: .none)
        refuse("INT-018")
    }

    /// A file of which nothing could be read.
    public init(unreadable path: String) {
        self.init(path: path, source: "", layout: .none)
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
