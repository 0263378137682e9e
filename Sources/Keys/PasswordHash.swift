import Crypto
import CryptoExtras
import Foundation

/// *Wachtwoordhash*: what is kept of a password, with everything needed to try one against it.
///
/// scrypt (RFC 7914). The parameters stand beside the hash, so that a dearer rule for new passwords
/// leaves old ones usable.
public struct PasswordHash: Sendable, Equatable, Codable {
    /// The cost N.
    public let rounds: Int
    /// The block size r.
    public let block: Int
    /// The parallelism p.
    public let parallel: Int
    /// Sixteen random bytes.
    public let salt: [UInt8]
    /// Thirty-two bytes.
    public let hash: [UInt8]

    /// Hashes a password with a salt of its own.
    ///
    /// - Parameters:
    ///   - password: the password.
    ///   - rounds: the cost N, a power of two.
    ///   - block: the block size r.
    ///   - parallel: the parallelism p.
    /// - Throws: an error of the library when the parameters cannot be.
    public init(_ password: String, rounds: Int, block: Int, parallel: Int) throws {
        var random = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        self.rounds = rounds
        self.block = block
        self.parallel = parallel
        self.salt = salt
        hash = try PasswordHash.derive(password, salt, rounds, block, parallel)
    }

    /// Whether a password is the one; takes as long whichever it is.
    public func fits(_ password: String) -> Bool {
        guard let tried = try? PasswordHash.derive(password, salt, rounds, block, parallel) else {
            return false
        }
        return PasswordHash.isEqual(tried, hash)
    }

    /// What the code is taken of.
    package static let label = Array("ijkpunt/1 password".utf8)

    /// Whether bytes are equal, without stopping at the first that differ.
    public static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The code under the key that scrypt gives, for whoever holds it against published values.
    package static func derive(
        _ password: String,
        _ salt: [UInt8],
        _ rounds: Int,
        _ block: Int,
        _ parallel: Int,
        bytes: Int = 32
    ) throws -> [UInt8] {
        // The same letters typed on another keyboard are the same password.
        let text = password.precomposedStringWithCanonicalMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Array(text.utf8),
            salt: salt,
            outputByteCount: bytes,
            rounds: rounds,
            blockSize: block,
            parallelism: parallel
        )
        // The library gives the bytes of a key to unsafe code alone; a code under the key will do.
        return Array(HMAC<SHA256>.authenticationCode(for: PasswordHash.label, using: key))
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `‹redacted›`.
    public var description: String { "‹redacted›" }

    /// Always `‹redacted›`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
