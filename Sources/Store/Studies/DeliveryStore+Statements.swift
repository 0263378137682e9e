import Crypto

extension DeliveryStore {
    /// Signs a statement with the key that signs checkpoints of the audit log (Ed25519).
    ///
    /// - Returns: 64 bytes.
    /// - Throws: ``StoreError`` or an error of the library.
    public func sign(_ statement: [UInt8]) throws -> [UInt8] {
        Array(try signingKey().signature(for: DeliveryStore.signed(statement)))
    }

    /// Whether a signature over a statement is that of a store.
    ///
    /// - Parameters:
    ///   - signature: 64 bytes.
    ///   - statement: what was signed.
    ///   - publicKey: 32 bytes, as ``auditPublicKey()`` gives them.
    /// - Returns: `true` when it is of this statement and by that key.
    public static func isSigned(
        _ signature: [UInt8],
        over statement: [UInt8],
        by publicKey: [UInt8]
    ) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        return key?.isValidSignature(signature, for: signed(statement)) ?? false
    }

    /// Begins otherwise than a checkpoint does, so that neither can be taken for the other.
    private static func signed(_ statement: [UInt8]) -> [UInt8] {
        Array("ijkpunt/1 statement\n".utf8) + statement
    }
}
