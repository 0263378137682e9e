/// Numbers for tests: they begin with 99999, which is never given out, and pass the elfproef.
public enum FictiveNumbers {
    /// The first so many numbers, ascending.
    public static func first(_ count: Int) -> [String] {
        var found: [String] = []
        var candidate = 999_990_000
        while found.count < count {
            candidate += 1
            let text = String(candidate)
            if passes(text) { found.append(text) }
        }
        return found
    }

    /// Whether nine digits pass the elfproef, 9a+8b+7c+6d+5e+4f+3g+2h−1i ≡ 0 mod 11.
    static func passes(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 9, text.utf8.count == 9 else { return false }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }
}
