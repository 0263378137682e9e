import Definitions
import Domain

/// The written rules of every source once more: slowly, on texts, without a look at the product's.
///
/// Says of each row which columns break a rule; the product must then say something of that row
/// and column, whatever its words.
struct WrittenRules {
    /// A row and a column that break a written rule.
    struct Breach: Hashable {
        let row: Int
        let field: String
    }

    let source: SourceDefinition
    let definitions: DefinitionSet
    let period: ReportingPeriod

    /// Every breach in the rows of a file.
    func breaches(_ rows: [[String: String]]) -> Set<Breach> {
        var found: Set<Breach> = []
        for (index, row) in rows.enumerated() {
            for field in fields(row) { found.insert(Breach(row: index + 2, field: field)) }
        }
        return found
    }

    private func fields(_ row: [String: String]) -> Set<String> {
        var broken: Set<String> = []
        for column in source.columns where column.isKnown(in: codePeriod) {
            let value = row[column.name] ?? ""
            if value.isEmpty {
                if column.isObligatory, !mayBeEmpty(column.name, row) { broken.insert(column.name) }
            } else if !isWell(value, column) {
                broken.insert(column.name)
            }
        }
        return broken.union(between(row, broken))
    }

    /// Lists of no year apply to tables.
    private var codePeriod: ReportingPeriod {
        source.shape == .figures ? ReportingPeriod(ordinal: 9999 * 2 + 1) : period
    }

    private func mayBeEmpty(_ name: String, _ row: [String: String]) -> Bool {
        name == "datum_aanvang" && day(row["datum_overgedragen_gekregen"]) != nil
    }

    private func isWell(_ value: String, _ column: SourceDefinition.Column) -> Bool {
        let ascii = value.utf8.allSatisfy { $0 < 128 }
        switch column.kind {
        case .holder, .period, .text: return true
        case .code: return codes(column).contains(value) || column.aliases[value] != nil
        case .codeSet:
            let parts = value.split(separator: "+", omittingEmptySubsequences: false).map(
                String.init
            )
            return parts.allSatisfy(codes(column).contains) && Set(parts).count == parts.count
        case .date: return day(value) != nil
        case .birthDate: return isBirth(value)
        case .bsn: return isNumber(value)
        case .municipality:
            let code = value.hasPrefix("GM") ? value : "GM" + value
            return definitions.regions.knownCodes.contains(code)
        case .postcode:
            let signs = Array(value)
            return ascii && signs.count == 6 && signs[0] != "0"
                && signs[..<4].allSatisfy { $0.isASCII && $0.isNumber }
                && signs[4...].allSatisfy { ("A"..."Z").contains($0) }
        case .identifier:
            return ascii && value.count <= 32
                && value.allSatisfy { $0.isLetter || $0.isNumber || "-./_".contains($0) }
        case .count: return isWhole(value)
        case .year: return isWhole(value) && value.count == 4
        case .decimal:
            let parts = value.replacing(",", with: ".").split(
                separator: ".",
                omittingEmptySubsequences: false
            )
            return parts.count <= 2 && parts.allSatisfy { isWhole(String($0)) }
                && (parts.count == 1 || parts[1].count <= 3) && number(value) ?? 9999 <= 1000
        }
    }

    private func codes(_ column: SourceDefinition.Column) -> Set<String> {
        guard let list = column.codeList.flatMap({ definitions.codeLists[$0] }) else { return [] }
        return Set(column.codes(of: list, in: codePeriod))
    }

    private func isWhole(_ value: String) -> Bool {
        (1...12).contains(value.utf8.count) && value.utf8.allSatisfy { (48...57).contains($0) }
    }

    private func number(_ value: String?) -> Double? {
        value.flatMap { Double($0.replacing(",", with: ".")) }
    }

    private func isNumber(_ value: String) -> Bool {
        guard value.utf8.count == 9, value.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return false
        }
        if value == "000000000" || value == "999999999" { return true }
        let digits = value.utf8.map { Int($0) - 48 }
        let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == 0
    }

    private func isBirth(_ value: String) -> Bool {
        if value == "99999999" || day(value) != nil { return true }
        guard value.utf8.count == 8, value.hasSuffix("00"), isWhole(value),
            !value.hasPrefix("0000")
        else { return false }
        return value.hasSuffix("0000") || (1...12).contains(Int(value.dropFirst(4).prefix(2)) ?? 0)
    }

    /// A day as days since 1970, by counting years and months.
    private func day(_ value: String?) -> Int? {
        guard var text = value, !text.isEmpty else { return nil }
        if text.utf8.count == 10 {
            let signs = Array(text)
            guard signs.count == 10, signs[4] == "-", signs[7] == "-" else { return nil }
            text = String(signs[..<4] + signs[5..<7] + signs[8...])
        }
        guard text.utf8.count == 8, isWhole(text), let year = Int(text.prefix(4)),
            let month = Int(text.dropFirst(4).prefix(2)), let day = Int(text.suffix(2))
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        var days = day - 1 + lengths[..<(month - 1)].reduce(0, +)
        for other in stride(from: 1970, to: year, by: year < 1970 ? -1 : 1) {
            let counted = year < 1970 ? other - 1 : other
            let length = counted % 4 == 0 && (counted % 100 != 0 || counted % 400 == 0) ? 366 : 365
            days += year < 1970 ? -length : length
        }
        return days
    }

    // MARK: Between fields

    private func between(_ row: [String: String], _ broken: Set<String>) -> Set<String> {
        func value(_ name: String) -> String { broken.contains(name) ? "" : row[name] ?? "" }
        func date(_ name: String) -> Int? { broken.contains(name) ? nil : day(row[name]) }
        switch source.shape {
        case .persons: return persons(value, date)
        case .reports: return reports(value, date)
        case .contacts: return contacts(value, date)
        case .counts: return []
        case .figures: return figures(value)
        }
    }

    private var first: Int { Int(period.start.number) }
    private var last: Int { Int(period.end.number) }

    private func persons(
        _ value: (String) -> String,
        _ date: (String) -> Int?
    ) -> Set<String> {
        var broken: Set<String> = []
        let taken = date("datum_overgedragen_gekregen")
        let start = taken ?? date("datum_aanvang")
        let startName = taken == nil ? "datum_aanvang" : "datum_overgedragen_gekregen"
        let (end, handed) = (date("datum_einde"), date("datum_overgedragen"))
        if let start, start > last { broken.insert(startName) }
        for (name, day) in [("datum_einde", end), ("datum_overgedragen", handed)] {
            guard let day else { continue }
            if let start, day < start { broken.insert(name) }
            if day < first || day > last { broken.insert(name) }
        }
        if end != nil, handed != nil { broken.insert("datum_overgedragen") }
        let hasReason = !value("reden_beeindiging").isEmpty
        if hasReason, value("datum_einde").isEmpty, end == nil {
            broken.insert("reden_beeindiging")
        }
        if end != nil, value("reden_beeindiging").isEmpty { broken.insert("reden_beeindiging") }
        if taken != nil, date("datum_aanvang") != nil { broken.insert("datum_aanvang") }
        if let birth = date("geboortedatum"), let start {
            if birth > start || years(birth, at: start) >= 23 { broken.insert("geboortedatum") }
        }
        return broken
    }

    /// Completed years, by comparing year, month and day.
    private func years(_ birth: Int, at day: Int) -> Int {
        let (from, to) = (calendar(birth), calendar(day))
        return to.0 - from.0 - ((to.1, to.2) < (from.1, from.2) ? 1 : 0)
    }

    private func calendar(_ number: Int) -> (Int, Int, Int) {
        let parts = CalendarDay(number: Int32(number)).components
        return (parts.year, parts.month, parts.day)
    }

    private func reports(
        _ value: (String) -> String,
        _ date: (String) -> Int?
    ) -> Set<String> {
        var broken: Set<String> = []
        let names = ["datum", "datum_beoordeling", "datum_dienst_aanvang", "datum_dienst_einde"]
        for name in names {
            if let day = date(name), day > last { broken.insert(name) }
        }
        if let from = date("datum_dienst_aanvang"), let until = date("datum_dienst_einde"),
            until < from
        {
            broken.insert("datum_dienst_einde")
        }
        let isRunning =
            date("datum_dienst_aanvang") != nil && value("datum_dienst_einde").isEmpty
        if !isRunning, date("datum") != nil,
            names.allSatisfy({ date($0).map { $0 < first } ?? true })
        {
            broken.insert("datum")
        }
        if value("soort") == "M" {
            for name in ["casus", "rol", "betrokkenheid"] where value(name).isEmpty {
                broken.insert(name)
            }
        }
        if date("datum_beoordeling") != nil, value("besluit").isEmpty { broken.insert("besluit") }
        if value("soort") == "A", !value("bsn").isEmpty { broken.insert("bsn") }
        if value("besluit") == "ON", date("datum_dienst_einde") != nil, value("uitkomst").isEmpty {
            broken.insert("uitkomst")
        }
        if let day = date("datum"), let assessed = date("datum_beoordeling"), assessed < day {
            broken.insert("datum_beoordeling")
        }
        return broken
    }

    private func contacts(
        _ value: (String) -> String,
        _ date: (String) -> Int?
    ) -> Set<String> {
        var broken: Set<String> = []
        guard let day = date("datum") else { return [] }
        if day < first || day > last { broken.insert("datum") }
        guard let incident = date("datum_incident") else { return broken }
        if incident > day { broken.insert("datum_incident") }
        if value("acuut") == "J", day - incident > 7 { broken.insert("acuut") }
        return broken
    }

    private func figures(_ value: (String) -> String) -> Set<String> {
        guard source.id == "prevalence" else { return [] }
        let (low, high) = (number(value("ondergrens")), number(value("bovengrens")))
        var broken: Set<String> = []
        if let low, let high, low > high { broken.insert("ondergrens") }
        if value("per_1000").isEmpty, low == nil || high == nil { broken.insert("per_1000") }
        return broken
    }
}
