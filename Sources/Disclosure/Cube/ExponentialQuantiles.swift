/// The quantiles of the exponential distribution at 256 places, times 2¹⁶.
///
/// Worked out with the four operations alone, which every machine does alike; the logarithm of a
/// system's library need not.
enum ExponentialQuantiles {
    static let table: [Int] = (0..<256).map { place in
        Int(logarithm(256 / (Double(place) + 0.5)) * 65536)
    }

    /// ln x for x ≥ 1: halved until below 2, then ln y = 2 artanh((y − 1)/(y + 1)).
    static func logarithm(_ number: Double) -> Double {
        var rest = number
        var halvings = 0.0
        while rest >= 2 {
            rest /= 2
            halvings += 1
        }
        return halvings * 0.693_147_180_559_945_3 + series((rest - 1) / (rest + 1))
    }

    private static func series(_ ratio: Double) -> Double {
        var power = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 41, by: 2) {
            sum += power / odd
            power *= ratio * ratio
        }
        return 2 * sum
    }
}
