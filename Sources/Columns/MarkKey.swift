/// A key under which a text becomes a mark of 64 bits, so that equal texts can be told without
/// keeping them.
///
/// SipHash-2-4 (Aumasson and Bernstein 2012): keyed, and made for short texts. Marks of one key
/// say nothing beside marks of another.
public struct MarkKey: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// Creates a key from its two halves.
    public init(_ first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
    }

    /// Draws a key that nobody keeps.
    public static func random() -> MarkKey {
        var generator = SystemRandomNumberGenerator()
        return MarkKey(generator.next(), generator.next())
    }

    /// The mark of some bytes; never ``LongValue/absent`` or ``LongValue/unreadable``.
    public func mark(_ bytes: some Collection<UInt8>) -> UInt64 {
        let hash = siphash(bytes)
        return hash == LongValue.absent || hash == LongValue.unreadable ? 1 : hash
    }

    /// The hash itself, as the paper's appendix A tests it.
    func siphash(_ bytes: some Collection<UInt8>) -> UInt64 {
        var state = SipState(first, second)
        var word: UInt64 = 0
        var count = 0
        for byte in bytes {
            word |= UInt64(byte) << UInt64(count % 8 * 8)
            count += 1
            if count % 8 == 0 {
                state.take(word)
                word = 0
            }
        }
        state.take(word | UInt64(count & 0xFF) << 56)
        return state.finish()
    }
}

/// The four words of SipHash.
private struct SipState {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    init(_ first: UInt64, _ second: UInt64) {
        v0 = first ^ 0x736F_6D65_7073_6575
        v1 = second ^ 0x646F_7261_6E64_6F6D
        v2 = first ^ 0x6C79_6765_6E65_7261
        v3 = second ^ 0x7465_6462_7974_6573
    }

    mutating func take(_ word: UInt64) {
        v3 ^= word
        round()
        round()
        v0 ^= word
    }

    mutating func finish() -> UInt64 {
        v2 ^= 0xFF
        for _ in 0..<4 { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
        v0 = v0 &+ v1
        v1 = (v1 << 13 | v1 >> 51) ^ v0
        v0 = v0 << 32 | v0 >> 32
        v2 = v2 &+ v3
        v3 = (v3 << 16 | v3 >> 48) ^ v2
        v0 = v0 &+ v3
        v3 = (v3 << 21 | v3 >> 43) ^ v0
        v2 = v2 &+ v1
        v1 = (v1 << 17 | v1 >> 47) ^ v2
        v2 = v2 << 32 | v2 >> 32
    }
}
