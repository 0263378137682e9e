import Domain

/// Moments as HTTP writes them (RFC 9110, 5.6.7): `Wed, 25 Nov 2026 13:00:00 GMT`.
enum HTTPDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment as text.
    static func text(_ instant: UTCInstant) -> String {
        let (year, month, day) = instant.day.components
        // 1 January 1970 was a Thursday.
        let weekday = ((Int(instant.day.number) % 7) + 7) % 7
        let clock = instant.description.dropFirst(11).dropLast()
        return "\(days[weekday]), \(day < 10 ? "0" : "")\(day) \(months[month - 1]) \(year) "
            + "\(clock) GMT"
    }

    /// Reads a text in this form; `nil` for any other, which is then not heeded.
    static func instant(_ text: String) -> UTCInstant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", words[0].hasSuffix(","),
            let day = Int(words[1]),
            let month = months.firstIndex(of: String(words[2])), let year = Int(words[3])
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return UTCInstant("\(year)-\(two(month + 1))-\(two(day))T\(words[4])Z")
    }
}
