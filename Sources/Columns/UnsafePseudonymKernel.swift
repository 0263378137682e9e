public import Crypto

/// Turns scrambled numbers into pseudonyms with HMAC-SHA-256, cut to 128 bits.
///
/// HMAC (RFC 2104) hashes the key and the text, then the key and that hash. Both hash states that
/// have taken in the key are made once and copied for each number; the library's own `HMAC` type
/// costs twice as much here, because each call goes through its generic interface. That the result
/// is the library's is tested. Cutting to the first half is allowed by RFC 2104, section 5.
public struct PseudonymKernel: Sendable {
    /// The hash that has taken in the key for the text.
    private var inner: SHA256
    /// The hash that has taken in the key for the inner hash.
    private var outer: SHA256

    /// Creates the kernel for a key of at most 64 bytes.
    public init(key: SymmetricKey) {
        // SAFETY: the key's bytes are only read during the call, and the pads are wiped after it.
        var bytes = unsafe key.withUnsafeBytes { unsafe Array($0) }
        precondition(bytes.count <= 64, "longer keys would have to be hashed first")
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        var innerPad = bytes.map { $0 ^ 0x36 }
        var outerPad = bytes.map { $0 ^ 0x5C }
        var inner = SHA256()
        inner.update(data: innerPad)
        var outer = SHA256()
        outer.update(data: outerPad)
        self.inner = inner
        self.outer = outer
        UnsafeWiping.wipe(&bytes)
        UnsafeWiping.wipe(&innerPad)
        UnsafeWiping.wipe(&outerPad)
    }

    /// A kernel with a key nobody keeps, for measuring and for tests.
    public static func withRandomKey() -> PseudonymKernel {
        PseudonymKernel(key: SymmetricKey(size: .bits256))
    }

    /// The pseudonyms of scrambled numbers, in their order.
    ///
    /// - Complexity: O(*n*), over the workers' cores.
    public func pseudonyms(
        of numbers: [UInt32],
        scrambler: NumberScrambler,
        workers: Workers
    ) throws -> [Pseudonym] {
        try workers.filled(numbers.count, piece: 16_384) { range, out in
            // Hash states are counted references: shared between the cores, the counting alone
            // costs more than the hashing. Taking in nothing makes states of this piece's own.
            var own = self
            let nothing = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
            unsafe own.inner.update(bufferPointer: nothing)
            unsafe own.outer.update(bufferPointer: nothing)
            own.codes(of: numbers[range], scrambler: scrambler, into: &out)
        }
    }

    private func codes(
        of numbers: ArraySlice<UInt32>,
        scrambler: NumberScrambler,
        into result: inout OutputSpan<Pseudonym>
    ) {
        var digits: (UInt64, UInt8) = (0, 0)
        for number in numbers {
            var rest = scrambler.unscramble(number)
            digits.1 = UInt8(rest % 10) + 0x30
            rest /= 10
            var word: UInt64 = 0
            for _ in 0..<8 {
                word = word << 8 | UInt64(rest % 10 + 0x30)
                rest /= 10
            }
            // The first digit was shifted in last, so it stands in the lowest byte: in memory first.
            digits.0 = word.littleEndian
            // SAFETY: nine bytes of a tuple whose first element takes eight and the second one.
            let pseudonym = unsafe withUnsafeBytes(of: &digits) { bytes in
                unsafe code(of: UnsafeRawBufferPointer(rebasing: bytes[0..<9]))
            }
            result.append(pseudonym)
        }
        // The last number must not stay behind on the stack or in the hash state's block.
        digits = (0, 0)
        unsafe withUnsafeBytes(of: &digits) { bytes in
            for _ in 0..<4 {
                _ = unsafe code(of: UnsafeRawBufferPointer(rebasing: bytes[0..<9]))
            }
        }
    }

    private func code(of text: UnsafeRawBufferPointer) -> Pseudonym {
        var inside = inner
        unsafe inside.update(bufferPointer: text)
        var outside = outer
        // SAFETY: a SHA-256 hash has 32 bytes, of which all, and then the first 16, are read.
        unsafe inside.finalize().withUnsafeBytes { hash in
            unsafe outside.update(bufferPointer: hash)
        }
        return unsafe outside.finalize().withUnsafeBytes { hash in
            unsafe Pseudonym(
                high: hash.loadUnaligned(fromByteOffset: 0, as: UInt64.self).bigEndian,
                low: hash.loadUnaligned(fromByteOffset: 8, as: UInt64.self).bigEndian
            )
        }
    }
}
