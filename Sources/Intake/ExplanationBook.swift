public import Domain

/// *Toelichting*: what a source holder answered to a query.
public struct Explanation: Sendable, Equatable {
    /// The source.
    public let source: String
    /// The source holder.
    public let holder: String
    /// The half-year it was given for.
    public let period: ReportingPeriod
    /// The last half-year it holds for; `nil` for its own alone.
    public let until: ReportingPeriod?
    /// The code of the rule.
    public let rule: String
    /// The answer.
    public let text: String
    /// Who gave it.
    public let by: String
    /// The day it was given, `JJJJ-MM-DD`.
    public let day: String

    /// Creates an explanation.
    public init(
        source: String,
        holder: String,
        period: ReportingPeriod,
        until: ReportingPeriod?,
        rule: String,
        text: String,
        by: String,
        day: String
    ) {
        self.source = source
        self.holder = holder
        self.period = period
        self.until = until
        self.rule = rule
        self.text = text
        self.by = by
        self.day = day
    }
}

/// Explanations by holder, half-year and rule, kept in a table of comma-separated text that holder
/// and receiver can both read: a query that was answered shows its answer and is not asked again.
///
/// Lines are only added; of several on the same query the last one counts.
public struct ExplanationBook: Sendable {
    /// The header of the table.
    public static let header = "source,holder,period,until,rule,text,by,day"

    /// The explanations, in the order in which they were given.
    public private(set) var entries: [Explanation] = []

    /// Creates an empty book.
    public init() {}

    /// Reads a table.
    ///
    /// - Throws: ``ExplanationError`` with the line of the first mistake.
    public init(csv text: String) throws(ExplanationError) {
        var lines = ExplanationBook.records(of: text)[...]
        guard lines.popFirst()?.joined(separator: ",") == ExplanationBook.header else {
            throw ExplanationError(line: 1, expected: ExplanationBook.header)
        }
        for (index, fields) in lines.enumerated() {
            let line = index + 2
            guard fields.count == 8 else {
                throw ExplanationError(line: line, expected: "8 fields: " + ExplanationBook.header)
            }
            guard let period = ReportingPeriod(fields[2]),
                fields[3].isEmpty || ReportingPeriod(fields[3]) != nil
            else { throw ExplanationError(line: line, expected: "half-years as 2019H1") }
            entries.append(
                Explanation(
                    source: fields[0],
                    holder: fields[1],
                    period: period,
                    until: ReportingPeriod(fields[3]),
                    rule: fields[4],
                    text: fields[5],
                    by: fields[6],
                    day: fields[7]
                )
            )
        }
    }

    /// The answer to a query of a rule on a delivery, or `nil` when it is still open.
    public func answer(
        to rule: String,
        source: String,
        holder: String?,
        period: ReportingPeriod?
    ) -> Explanation? {
        guard let holder, let period else { return nil }
        return entries.last {
            $0.rule == rule && $0.source == source && $0.holder == holder
                && $0.period <= period && period <= ($0.until ?? $0.period)
        }
    }

    /// The line of the table for an explanation, with its line end.
    public static func line(_ entry: Explanation) -> String {
        let fields = [
            entry.source, entry.holder, entry.period.description,
            entry.until?.description ?? "", entry.rule, entry.text, entry.by, entry.day,
        ]
        return fields.map { field in
            let isPlain = !field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\n"
    }

    /// Why a text cannot be an explanation, or `nil`: it explains a delivery and names nobody, so
    /// it holds no run of digits as long as a number or a date of birth.
    public static func refusal(of text: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return "empty" }
        var run = 0
        for sign in text.unicodeScalars {
            run = (0x30...0x39).contains(sign.value) ? run + 1 : 0
            if run >= 8 { return "digits" }
        }
        return nil
    }

    /// Fields by RFC 4180; an empty line is none.
    private static func records(of text: String) -> [[String]] {
        var records: [[String]] = []
        var fields = [""]
        var isQuoted = false
        func end() {
            if fields != [""] { records.append(fields) }
            fields = [""]
        }
        for sign in text {
            if sign == "\"" {
                // A doubled quote closes and opens again, and stands for itself.
                if !isQuoted, let last = fields.last, last.hasSuffix("\u{0}") {
                    fields[fields.count - 1] = last.dropLast() + "\""
                    isQuoted = true
                } else if isQuoted {
                    isQuoted = false
                    fields[fields.count - 1].append("\u{0}")
                } else {
                    isQuoted = true
                }
            } else if !isQuoted, sign == "," {
                fields[fields.count - 1] = fields[fields.count - 1].replacing("\u{0}", with: "")
                fields.append("")
            } else if !isQuoted, sign.isNewline {
                fields[fields.count - 1] = fields[fields.count - 1].replacing("\u{0}", with: "")
                end()
            } else {
                fields[fields.count - 1].append(sign)
            }
        }
        fields[fields.count - 1] = fields[fields.count - 1].replacing("\u{0}", with: "")
        end()
        return records
    }
}

/// A table of explanations that cannot be read.
public struct ExplanationError: Error, Equatable, Sendable {
    /// The line.
    public let line: Int
    /// What was expected there.
    public let expected: String

    /// Creates an error.
    public init(line: Int, expected: String) {
        self.line = line
        self.expected = expected
    }
}
