/// The only source of chance in a fictive country: xoshiro256**, seeded through SplitMix64.
///
/// Written out here and not borrowed, so that a seed gives the same bytes with every version of
/// the standard library. Integers only: no floating point function differs between machines.
/// Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).
struct SeededRandom: Sendable {
    private var s0: UInt64
    private var s1: UInt64
    private var s2: UInt64
    private var s3: UInt64

    /// Creates a stream; streams of one seed with different names do not depend on each other.
    init(seed: UInt64, stream: UInt64) {
        var state = seed ^ (stream &* 0xD1B5_4A32_D192_ED03)
        func split() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            return Mixed.finish(state)
        }
        s0 = split()
        s1 = split()
        s2 = split()
        s3 = split()
    }

    mutating func next() -> UInt64 {
        let scaled = s1 &* 5
        let result = ((scaled << 7) | (scaled >> 57)) &* 9
        let shifted = s1 << 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = (s3 << 45) | (s3 >> 19)
        return result
    }

    /// A number from 0 up to, not including, `bound`; 0 when there is nothing to choose.
    ///
    /// By the high half of a product: the bias of at most `bound`/2⁶⁴ does not matter here.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from the range, both ends included; the lower end when the range is empty.
    mutating func between(_ low: Int32, _ high: Int32) -> Int32 {
        low + Int32(below(Int(high) - Int(low) + 1))
    }

    /// True so many times in a thousand.
    mutating func perMille(_ chance: Int) -> Bool { below(1000) < chance }

    /// Puts the elements in a random order (Fisher and Yates).
    mutating func shuffle<Element>(_ elements: inout [Element]) {
        var remaining = elements.count
        while remaining > 1 {
            let chosen = below(remaining)
            remaining -= 1
            elements.swapAt(chosen, remaining)
        }
    }
}
