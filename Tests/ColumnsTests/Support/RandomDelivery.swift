/// Rows of fields that are right, nearly right or rubbish.
struct RandomDelivery {
    var random: SeededRandom
    let layout: ScannerLayout

    init(seed: UInt64, layout: ScannerLayout = ScannerLayout()) {
        random = SeededRandom(seed: seed)
        self.layout = layout
    }

    /// The contents of the fields of some rows.
    mutating func rows(_ count: Int) -> [[String]] {
        (0..<count).map { _ in layout.columns.map { field($0) } }
    }

    /// Rows as text; quotes stand where they must and here and there where they may.
    mutating func text(_ rows: [[String]], quoting: Int = 4) -> [UInt8] {
        var text = ""
        let separator = String(UnicodeScalar(layout.separator))
        for (index, row) in rows.enumerated() {
            text += row.map { written($0, quoting) }.joined(separator: separator)
            let isLast = index == rows.count - 1
            if !isLast || Bool.random(using: &random) {
                text += Bool.random(using: &random) ? "\r\n" : "\n"
            }
        }
        return Array(text.utf8)
    }

    private mutating func written(_ content: String, _ quoting: Int) -> String {
        let needsQuotes = content.utf8.contains {
            [layout.separator, 0x0A, 0x0D, UInt8(ascii: "\"")].contains($0)
        }
        guard needsQuotes || Int.random(in: 0..<quoting, using: &random) == 0 else {
            return content
        }
        let doubled = content.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
    }

    private mutating func field(_ column: ScannerLayout.Column) -> String {
        if case .constant(let text) = column { return text }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return ""
        case 1: return rubbish()
        default: break
        }
        switch column {
        case .number:
            return pick([
                "000000000", "999999999", digits(9), digits(9), digits(8), digits(10),
                FictiveDigits.number(Int.random(in: 0..<1_000_000, using: &random)),
                FictiveDigits.number(Int.random(in: 0..<1_000_000, using: &random)),
            ])
        case .date, .birthDate:
            let year = pick([
                "1899", "1900", "1996", "2000", "2010", "2019", "2077", "2100", "9999",
            ])
            let month = pick(["00", "01", "02", "06", "12", "13", "99"])
            let day = pick(["00", "01", "15", "28", "29", "30", "31", "32", "99"])
            return pick([year + month + day, year + month + day, "\(year)-\(month)-\(day)"])
        case .code:
            return pick(["01", "02", "14", "31", "38", "1", "10", "J", "V", "j", "15", "001"])
        case .postcode: return pick(["1234AB", "0234AB", "1234ab", "1234 AB", "123456", "1234A"])
        case .municipality:
            return pick([
                "GM0363", "0363", "0009", "GM1952", "GM9999", "9999", "363", "gm0363", "GM",
            ])
        case .skipped, .constant: return rubbish()
        }
    }

    private mutating func rubbish() -> String {
        let parts = ["a", "\"", ";", ",", "\n", "\r\n", "0", "9", "-", " ", "\u{e9}", "GM", "00"]
        return (0..<Int.random(in: 1...12, using: &random)).map { _ in pick(parts) }.joined()
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &random) ?? ""
    }
}

/// Numbers of nobody that pass the elfproef: they begin with a 9.
enum FictiveDigits {
    static func number(_ index: Int) -> String {
        for body in (90_000_000 + index * 10)... {
            var rest = body
            var sum = 0
            for weight in 2...9 {
                sum += weight * (rest % 10)
                rest /= 10
            }
            if sum % 11 < 10 { return String(body * 10 + sum % 11) }
        }
        return ""
    }
}
