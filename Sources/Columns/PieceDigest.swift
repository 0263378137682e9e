public import Crypto

/// A keyed digest of a file, taken piece by piece: a code over the codes of its pieces.
///
/// Keyed, because a plain hash of a small delivery could be guessed.
public struct PieceDigest: Sendable {
    private let key: SymmetricKey

    /// Creates the digest for a key.
    public init(key: SymmetricKey) {
        self.key = key
    }

    /// The code of one piece.
    public func code(of piece: UnsafePieceBuffer) -> [UInt8] {
        var hash = HMAC<SHA256>(key: key)
        // SAFETY: the buffer covers the bytes in use and is only read during the call.
        unsafe hash.update(data: UnsafeRawBufferPointer(start: piece.base, count: piece.count))
        return Array(hash.finalize())
    }

    /// The code of a file from the codes of its pieces in order.
    public func code(ofPieces codes: [[UInt8]]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(codes.joined()), using: key))
    }
}
