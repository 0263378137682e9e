import Domain

/// A value in a record file, with the place where it stands.
///
/// YAML nodes and CSV fields are both turned into this, so that every record is checked by the
/// same verbs and every mistake names its file and line.
struct RecordValue {
    /// What a value is made of.
    enum Content {
        case text(String)
        case list([RecordValue])
        case record([(key: RecordValue, value: RecordValue)])
    }

    let file: String
    let line: Int
    let content: Content

    /// The mistake of finding one thing here and expecting another.
    func mistake(found: String, expected: String) -> DefinitionError {
        DefinitionError(file: file, line: line, found: found, expected: expected)
    }

    /// The content in a few words, for a mistake.
    var described: String {
        switch content {
        case .text(let text): text.isEmpty ? "nothing" : "`\(text)`"
        case .list: "a list"
        case .record: "a record"
        }
    }

    /// The text, which may not be empty.
    func text(expected: String = "a text") throws(DefinitionError) -> String {
        guard case .text(let text) = content, !text.allSatisfy(\.isWhitespace) else {
            throw mistake(found: described, expected: expected)
        }
        return text
    }

    /// The items of a list.
    func list(expected: String = "a list") throws(DefinitionError) -> [RecordValue] {
        guard case .list(let items) = content else {
            throw mistake(found: described, expected: expected)
        }
        return items
    }

    /// The texts of a list.
    func texts(expected: String = "a list of texts") throws(DefinitionError) -> [String] {
        try list(expected: expected).map { item throws(DefinitionError) in try item.text() }
    }

    /// The record, which may have only these keys.
    func record(keys: [String]) throws(DefinitionError) -> RecordReader {
        try RecordReader(self, keys: keys)
    }
}

extension RecordValue {
    /// A whole number within bounds.
    func number(in range: ClosedRange<Int>) throws(DefinitionError) -> Int {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        let text = try text(expected: expected)
        guard let number = Int(text), range.contains(number) else {
            throw mistake(found: described, expected: expected)
        }
        return number
    }

    /// A number, not negative, with a point before its decimals.
    func decimal() throws(DefinitionError) -> Double {
        let expected = "a number of 0 or more"
        let text = try text(expected: expected)
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        guard isPlain, let number = Double(text) else {
            throw mistake(found: described, expected: expected)
        }
        return number
    }

    /// `true` or `false`.
    func flag() throws(DefinitionError) -> Bool {
        switch try text(expected: "`true` or `false`") {
        case "true": return true
        case "false": return false
        default: throw mistake(found: described, expected: "`true` or `false`")
        }
    }

    /// One of the raw values of an enumeration.
    func choice<Choice: CaseIterable & RawRepresentable>(
        _ type: Choice.Type
    ) throws(DefinitionError) -> Choice where Choice.RawValue == String {
        let expected = "one of " + type.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        guard let choice = Choice(rawValue: try text(expected: expected)) else {
            throw mistake(found: described, expected: expected)
        }
        return choice
    }

    /// A half-year as `2019H1`.
    func halfYear() throws(DefinitionError) -> ReportingPeriod {
        let expected = "a half-year as `2019H1`"
        guard let period = ReportingPeriod(try text(expected: expected)) else {
            throw mistake(found: described, expected: expected)
        }
        return period
    }

    /// A day as `2019-01-31`.
    func day() throws(DefinitionError) -> CalendarDay {
        let expected = "a day as `2019-01-31`"
        let parts = try text(expected: expected).split(
            separator: "-",
            omittingEmptySubsequences: false
        )
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]),
            let found = CalendarDay(year: year, month: month, day: day)
        else { throw mistake(found: described, expected: expected) }
        return found
    }

    /// A text in every language.
    func localized() throws(DefinitionError) -> LocalizedText {
        guard case .record = content else {
            throw mistake(found: described, expected: "a text under `nl` and one under `en`")
        }
        let reader = try record(keys: ["nl", "en"])
        return LocalizedText(
            nl: try reader.required("nl").text(),
            en: try reader.required("en").text()
        )
    }
}
