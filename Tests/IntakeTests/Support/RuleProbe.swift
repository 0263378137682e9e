import Domain
import Intake

/// Checks a few rows of a source and keeps the findings of one rule.
struct RuleProbe {
    private let source: String
    private let period: String

    /// A probe of a source; rows that a test gives only in part get usual values for the rest.
    init(_ source: String, _ period: String = "2019H1") {
        self.source = source
        self.period = period
    }

    /// The findings of a rule on rows, in the order in which the holder sees them.
    func findings(of code: String, _ rows: [[String: String]]) throws -> [Finding] {
        try delivery(rows).checked().allFindings.filter { $0.code == code }
    }

    /// The findings of a rule on rows, after the totals of earlier half-years.
    func findings(
        of code: String,
        _ rows: [[String: String]],
        after history: [String: Int]
    ) throws -> [Finding] {
        guard var group = try delivery(rows).checked().group else { return [] }
        var records: [ReportingPeriod: Int] = [:]
        for (text, count) in history {
            if let period = ReportingPeriod(text) { records[period] = count }
        }
        group.check(file: 0, against: HolderHistory(records: records))
        return group.files[0].allFindings.filter { $0.code == code }
    }

    /// The delivery with these rows, and every column the rows name.
    func delivery(_ rows: [[String: String]]) throws -> DeliveryText {
        try DeliveryText(source, period, rows)
    }
}

/// So many rows, each made from its number.
func many(_ count: Int, _ row: (Int) -> [String: String]) -> [[String: String]] {
    (0..<count).map(row)
}

/// So many rows that say the same, each with a birth date of its own.
func many(_ count: Int, _ row: [String: String]) -> [[String: String]] {
    (0..<count).map { index in
        ["geboortedatum": "2010\(two(index / 28 + 1))\(two(index % 28 + 1))"]
            .merging(row) { $1 }
    }
}

/// A number in two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
