/// A secret permutation of nine-digit numbers, drawn anew for each run.
///
/// A citizen service number stands in memory only scrambled, so that neither a core dump nor a
/// forgotten buffer shows one as an integer. It is no protection on disk and never gets there:
/// that is what the keyed pseudonym is for. The permutation is a four-round Feistel network over
/// 32 bits (Luby and Rackoff 1988) that walks past the reserved values.
public struct NumberScrambler: Sendable {
    /// The value that stands for no number.
    public static let none: UInt32 = 0

    /// Values below this are reserved and are never the image of a number.
    static let reserved: UInt32 = 16

    private let keys: SIMD4<UInt32>

    /// Draws a permutation.
    public init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    /// Draws a permutation from a given generator.
    public init(using generator: inout some RandomNumberGenerator) {
        keys = SIMD4(
            .random(in: 1 ... .max, using: &generator),
            .random(in: 1 ... .max, using: &generator),
            .random(in: 1 ... .max, using: &generator),
            .random(in: 1 ... .max, using: &generator)
        )
    }

    /// The scrambled form of a number below 10⁹.
    @inline(__always)
    public func scramble(_ number: UInt32) -> UInt32 {
        var value = number &+ NumberScrambler.reserved
        repeat { value = forward(value) } while value < NumberScrambler.reserved
        return value
    }

    /// The number behind a scrambled form.
    @inline(__always)
    public func unscramble(_ scrambled: UInt32) -> UInt32 {
        var value = scrambled
        repeat { value = backward(value) } while value < NumberScrambler.reserved
        return value &- NumberScrambler.reserved
    }

    @inline(__always)
    private func round(_ half: UInt32, _ key: UInt32) -> UInt32 {
        var mixed = (half ^ key) &* 0x9E37_79B1
        mixed ^= mixed >> 15
        mixed = mixed &* 0x85EB_CA77
        return (mixed >> 16) & 0xFFFF
    }

    @inline(__always)
    private func forward(_ value: UInt32) -> UInt32 {
        var left = value >> 16
        var right = value & 0xFFFF
        for index in 0..<4 {
            (left, right) = (right, left ^ round(right, keys[index]))
        }
        return left << 16 | right
    }

    @inline(__always)
    private func backward(_ value: UInt32) -> UInt32 {
        var left = value >> 16
        var right = value & 0xFFFF
        for index in (0..<4).reversed() {
            (left, right) = (right ^ round(left, keys[index]), left)
        }
        return left << 16 | right
    }
}
