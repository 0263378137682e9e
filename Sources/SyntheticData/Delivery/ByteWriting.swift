extension [UInt8] {
    /// Appends ASCII text.
    mutating func append(ascii text: StaticString) {
        append(contentsOf: text.description.utf8)
    }

    /// Appends a number with leading zeros.
    mutating func append(_ number: UInt32, digits: Int) {
        var divisor: UInt32 = 1
        for _ in 1..<digits { divisor *= 10 }
        var rest = number
        for _ in 0..<digits {
            append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    /// Appends the two digits of a code.
    mutating func append(code: UInt8) {
        append(0x30 + code / 10)
        append(0x30 + code % 10)
    }

    /// Appends a date given as the number `JJJJMMDD`, or nothing for 0.
    mutating func append(date: UInt32, isHyphenated: Bool) {
        guard date > 0 else { return }
        guard isHyphenated else {
            append(date, digits: 8)
            return
        }
        append(date / 10_000, digits: 4)
        append(0x2D)
        append(date / 100 % 100, digits: 2)
        append(0x2D)
        append(date % 100, digits: 2)
    }
}
