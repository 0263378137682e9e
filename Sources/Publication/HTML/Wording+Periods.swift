import Domain

extension Wording {
    /// A period in words, as *2019, eerste halfjaar*; a text that is no period stays as it is.
    package func period(_ text: String) -> String {
        guard case .halfYear(let half) = Period(text) else { return day(text) }
        return self("page.period.half\(half.half)", ["year": String(half.year)])
    }

    /// From the first to the last of some periods, or the one.
    func span(_ periods: [String]) -> String {
        guard let first = periods.first, let last = periods.last else {
            return self("page.period.none")
        }
        guard first != last else { return period(first) }
        return self("page.period.span", ["from": period(first), "to": period(last)])
    }

    /// A date `2019-01-01` in words; anything else as it is.
    private func day(_ text: String) -> String {
        let parts = text.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month),
            let day = Int(parts[2])
        else { return text }
        return self(
            "page.date",
            ["day": String(day), "month": self("page.month.\(month)"), "year": String(parts[0])]
        )
    }
}
