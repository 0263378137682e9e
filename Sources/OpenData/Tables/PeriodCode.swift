import Domain

/// Periods as Statistics Netherlands writes them in open data.
enum PeriodCode {
    /// The code: `2019JJ00` for a year, `2019HJ01` for a half-year, `20190101` for a day.
    ///
    /// A text that is no period is given back as it is.
    static func code(_ text: String) -> String {
        switch Period(text) {
        case .halfYear(let half): return "\(half.year)HJ0\(half.half)"
        case .year(let year): return "\(year)JJ00"
        case nil:
            let parts = text.split(separator: "-")
            guard parts.count == 3, parts.map(\.count) == [4, 2, 2] else { return text }
            return parts.joined()
        }
    }

    /// The period as ISO 8601 and SDMX write it: `2019`, `2019-S1`, `2019-01-01`.
    static func standard(_ code: String) -> String {
        let digits = Array(code)
        guard digits.count == 8 else { return code }
        let year = String(digits[..<4])
        switch String(digits[4..<6]) {
        case "JJ": return year
        case "HJ": return "\(year)-S\(digits[7])"
        default: return "\(year)-\(String(digits[4..<6]))-\(String(digits[6...]))"
        }
    }
}
