public import Crypto

/// Turns pseudonyms into other ones with HMAC-SHA-256, cut to 128 bits.
///
/// The receiving side's step: what a sender made becomes what a project stores. Whoever holds only
/// this key meets pseudonyms, never numbers; whoever holds only the sender's key cannot make what
/// is stored.
public struct PseudonymTranslation: Sendable {
    private let key: SymmetricKey

    /// Creates the translation for a key.
    public init(key: SymmetricKey) {
        self.key = key
    }

    /// The translated pseudonyms, in their order.
    ///
    /// - Complexity: O(*n*), over the workers' cores.
    public func pseudonyms(of given: [Pseudonym], workers: Workers) throws -> [Pseudonym] {
        let ranges = Workers.ranges(of: given.count, pieces: max(1, given.count / 16_384))
        let parts = try workers.map(ranges.count) { piece in
            given[ranges[piece]].map { pseudonym in
                Pseudonym(
                    bytes: HMAC<SHA256>.authenticationCode(for: pseudonym.bytes, using: key)
                )
            }
        }
        return Array.flattened(parts)
    }
}
