/// A choice that depends on what it is about and not on what was asked before.
///
/// Rows of one trajectory are written for many periods and vintages; details such as a crisis at
/// the start must come out the same each time, so they are mixed from the seed and the row's own
/// numbers (the finaliser of SplitMix64; Steele, Lea and Flood, 2014).
struct Mixed: Sendable {
    private var bits: UInt64

    init(_ seed: UInt64, _ subject: Int, _ purpose: Purpose, _ other: Int = 0) {
        let first = Mixed.finish(
            seed &+ UInt64(truncatingIfNeeded: subject) &* 0x9E37_79B9_7F4A_7C15
        )
        let second = UInt64(truncatingIfNeeded: other) &* 256 &+ UInt64(purpose.rawValue)
        bits = Mixed.finish(first ^ (second &* 0xD1B5_4A32_D192_ED03))
    }

    /// What is decided; each has bits of its own.
    enum Purpose: UInt8 {
        case place, move, details, firstVintage, redelivery, fault, style, split, outcome
    }

    static func finish(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Takes a number from 0 up to, not including, `bound`; each call uses fresh bits.
    mutating func take(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let result = Int(bits.multipliedFullWidth(by: UInt64(bound)).high)
        bits = Mixed.finish(bits &+ 0x9E37_79B9_7F4A_7C15)
        return result
    }
}
