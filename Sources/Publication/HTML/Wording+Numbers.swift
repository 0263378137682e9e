import Domain

extension Wording {
    /// A whole number, in groups of three with a narrow space that does not break.
    package func number(_ value: Int64) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append("\u{202F}") }
            text.append(digit)
        }
        return value < 0 ? "\u{2212}" + text : text
    }

    /// A number kept times ten to its decimals, with the decimal sign of the language.
    package func number(_ value: Int64, decimals: Int) -> String {
        guard decimals > 0 else { return number(value) }
        let scale = (0..<decimals).reduce(Int64(1)) { scale, _ in scale * 10 }
        let fraction = String((value.magnitude) % scale.magnitude)
        let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
        let sign = value < 0 && value / scale == 0 ? "\u{2212}" : ""
        return sign + number(value / scale) + decimalSign + padded
    }

    /// A number as published: whole where it is whole, otherwise with one decimal.
    package func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded()
        if tenths.truncatingRemainder(dividingBy: 10) == 0 { return number(Int64(tenths / 10)) }
        return number(Int64(tenths), decimals: 1)
    }

    private var decimalSign: String {
        switch language {
        case .nl: ","
        case .en: "."
        }
    }
}
