internal import CCryptoBoringSSL
public import Crypto

/// Turns scrambled numbers into pseudonyms with HMAC-SHA-256, cut to 128 bits.
///
/// HMAC (RFC 2104) hashes the key and the text, then the key and that hash. Both hash states that
/// have taken in the key are made once and copied for each number, as plain structures of the C
/// library that swift-crypto stands on: its own `SHA256` puts each copy on the heap and wipes it,
/// which takes longer than the hashing. That the result is that of swift-crypto's `HMAC` is tested.
/// Cutting to the first half is allowed by RFC 2104, section 5.
public struct PseudonymKernel: Sendable {
    /// The hash that has taken in the key for the text.
    private let inner: SHA256_CTX
    /// The hash that has taken in the key for the inner hash.
    private let outer: SHA256_CTX

    /// Creates the kernel for a key of at most 64 bytes.
    public init(key: SymmetricKey) {
        // SAFETY: the key's bytes are only read during the call, and the pads are wiped after it.
        var bytes = unsafe key.withUnsafeBytes { unsafe Array($0) }
        precondition(bytes.count <= 64, "longer keys would have to be hashed first")
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        inner = PseudonymKernel.state(after: bytes.map { $0 ^ 0x36 })
        outer = PseudonymKernel.state(after: bytes.map { $0 ^ 0x5C })
        UnsafeWiping.wipe(&bytes)
    }

    /// A hash that has taken in a block of 64 bytes, which is wiped.
    private static func state(after block: [UInt8]) -> SHA256_CTX {
        var block = block
        var state = SHA256_CTX()
        // SAFETY: the state is a structure of our own, and the block is only read during the call.
        unsafe CCryptoBoringSSL_SHA256_Init(&state)
        unsafe CCryptoBoringSSL_SHA256_Update(&state, block, block.count)
        UnsafeWiping.wipe(&block)
        return state
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
            codes(of: numbers[range], scrambler: scrambler, into: &out)
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
        // The last number must not stay behind on the stack, where the hash state's block lay.
        digits = (0, 0)
        unsafe withUnsafeBytes(of: &digits) { bytes in
            for _ in 0..<4 {
                _ = unsafe code(of: UnsafeRawBufferPointer(rebasing: bytes[0..<9]))
            }
        }
    }

    private func code(of text: UnsafeRawBufferPointer) -> Pseudonym {
        var state = inner
        var hash = InlineArray<32, UInt8>(repeating: 0)
        // SAFETY: the states are copies of our own, and a SHA-256 hash has 32 bytes, as has the room
        // for it; of those the first 16 are read.
        return unsafe withUnsafeMutableBytes(of: &hash) { room in
            let bytes = unsafe room.assumingMemoryBound(to: UInt8.self).baseAddress
            unsafe CCryptoBoringSSL_SHA256_Update(&state, text.baseAddress, text.count)
            unsafe CCryptoBoringSSL_SHA256_Final(bytes, &state)
            state = outer
            unsafe CCryptoBoringSSL_SHA256_Update(&state, room.baseAddress, 32)
            unsafe CCryptoBoringSSL_SHA256_Final(bytes, &state)
            return unsafe Pseudonym(
                high: room.loadUnaligned(fromByteOffset: 0, as: UInt64.self).bigEndian,
                low: room.loadUnaligned(fromByteOffset: 8, as: UInt64.self).bigEndian
            )
        }
    }
}
