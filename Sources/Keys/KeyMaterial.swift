public import Crypto

/// A root secret of 256 bits; every key that is used is derived from one.
///
/// It prints as `‹redacted›`, cannot be encoded and does not give its bytes away. The library
/// overwrites the memory of a `SymmetricKey` when the last copy goes.
public struct KeyMaterial: Sendable {
    private let root: SymmetricKey

    /// Takes over a key of 256 bits.
    public init(_ root: SymmetricKey) {
        precondition(root.bitCount == 256, "a root secret has 256 bits")
        self.root = root
    }

    /// A key for a purpose, with HKDF-SHA-256 (RFC 5869).
    ///
    /// - Parameters:
    ///   - purpose: what the key is for; other purposes give independent keys.
    ///   - salt: what else it is bound to, such as the identity of a store.
    /// - Returns: a key of 256 bits.
    public func derived(for purpose: String, salt: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root,
            salt: salt,
            info: Array("\(Keys.version) \(purpose)".utf8),
            outputByteCount: 32
        )
    }

    /// Eight hexadecimal digits that name the secret for a purpose and tell nothing of it.
    public func mark(_ purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("mark".utf8),
            using: derived(for: purpose, salt: [])
        )
        return Hexadecimal.text(Array(code.prefix(4)))
    }
}

extension KeyMaterial: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `‹redacted›`.
    public var description: String { "‹redacted›" }

    /// Always `‹redacted›`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
