public import Crypto
import Foundation
public import Keys

/// The secret on which a store rests: who holds it can read every record and make every pseudonym.
///
/// Kept in a file that only its owner may read; made on first use. Every other key is derived from
/// it with HKDF-SHA-256 (RFC 5869), salted with the store's own identity.
public struct StoreKey: Sendable {
    private let material: KeyMaterial

    /// What a derived key is for.
    public enum Purpose: String, Sendable {
        /// Makes pseudonyms of numbers.
        case pseudonym
        /// Wraps the random key of a segment, with what is written down about it.
        case wrap
        /// Seals what is written down about deliveries.
        case delivery
        /// Takes keyed digests of delivered files.
        case digest
        /// Seals the person spine.
        case spine
        /// Makes marks of record and case numbers.
        case mark
        /// Proves that the key belongs to the store.
        case check
        /// Makes pseudonyms of sender pseudonyms, by domain.
        case project
        /// Seals the personal parts of the audit log.
        case audit
        /// Signs checkpoints of the audit log.
        case signing
        /// Makes pseudonyms of the pseudonyms of an earlier key.
        case translation
        /// Seals what is written down about studies.
        case study
        /// Wraps what is carried over from an earlier key.
        case carry
        /// Seals what is kept of released figures.
        case cube
        /// Seals what is written down in the release room.
        case release
        /// Seals accounts and sessions, and hides the names under which they are kept.
        case account
    }

    /// Takes over key material.
    public init(material: KeyMaterial) {
        self.material = material
    }

    /// The key for a purpose in a store.
    public func derived(for purpose: Purpose, store: StoreIdentity) -> SymmetricKey {
        material.derived(for: purpose.rawValue, salt: store.bytes)
    }

    /// The secret that decides how ties in rounding fall, the same for every store of the key.
    public var roundingSecret: [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("ijkpunt/1 rounding".utf8),
                using: material.derived(for: "rounding", salt: [])
            )
        )
    }

    /// Reads a key, or makes a key file when there is none and `create` says so.
    ///
    /// The file holds 64 hexadecimal digits and a line end; `env:NAME` and `fd:3` name a key that
    /// a key service hands over (see `KeyOrigin`).
    ///
    /// - Throws: `KeyError` when the key is missing, may be used by others, or is malformed.
    public static func load(path: String, create: Bool) throws(KeyError) -> StoreKey {
        let place = KeyOrigin(path)
        if create, case .file(let path) = place, !FileManager.default.fileExists(atPath: path) {
            return StoreKey(material: try KeyFile.make(path: path))
        }
        return StoreKey(material: try KeyFile.read(place))
    }
}

/// The random identity of a store, which salts the keys derived for it.
public struct StoreIdentity: Sendable, Equatable {
    /// Sixteen random bytes.
    public let bytes: [UInt8]
}
