/// Changes one field of a row at random; the same seed makes the same changes.
struct Mutator {
    private var random: SeededRandom
    /// Codes of every list, so that a code of another list comes along as well.
    private let codes: [String]

    init(seed: UInt64, codes: [String]) {
        random = SeededRandom(seed: seed)
        self.codes = codes
    }

    /// A number below a bound.
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &random) }

    /// Another value for a field, given its value and one of the same column in another row.
    ///
    /// Never with a separator, quote or line end: those make another kind of mistake.
    mutating func changed(_ value: String, other: String) -> String {
        var signs = Array(value.unicodeScalars)
        switch below(12) {
        case 0: return ""
        case 1: return codes[below(codes.count)]
        case 2: return other
        case 3:
            guard !signs.isEmpty else { return "0" }
            signs[below(signs.count)] = UnicodeScalar(UInt8(0x30 + below(10)))
        case 4:
            guard !signs.isEmpty else { return "X" }
            signs[below(signs.count)] = UnicodeScalar(UInt8(0x41 + below(26)))
        case 5:
            guard !signs.isEmpty else { return " " }
            signs.remove(at: below(signs.count))
        case 6: signs.insert(UnicodeScalar(UInt8(0x30 + below(10))), at: below(signs.count + 1))
        case 7: return date(1895 + below(200), below(15), below(34))
        case 8: return date(2018 + below(3), 1 + below(12), 1 + below(28))
        case 9: return value + "+" + codes[below(codes.count)]
        case 10: return ["é", "\u{00A0}", "0000000000000000000", "-1", "1e3", "３"][below(6)]
        default: return value.lowercased() + " "
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: signs)
        return text
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)\(two(month))\(two(day))"
    }
}
