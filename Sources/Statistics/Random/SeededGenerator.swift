/// Random bits from a seed: SplitMix64 of Steele, Lea and Flood (2014).
///
/// The same seed gives the same bits on every machine, which the system's generator does not.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that begins at a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number from 0 up to 1, without 1.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number from 0 up to `bound`, without `bound`, each as likely.
    public mutating func index(below bound: Int) -> Int {
        precondition(bound > 0)
        // Lemire's multiplication, with the part that would favour low numbers thrown away.
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let floor = (0 &- range) % range
            while product.low < floor { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// A draw from the standard normal distribution, by its quantile.
    public mutating func normal() -> Double {
        Normal.quantile(lower: (Double(next() >> 12) + 0.5) * 0x1p-52)
    }
}
