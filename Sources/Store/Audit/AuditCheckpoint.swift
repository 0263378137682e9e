import Crypto
public import Domain
import Foundation

/// *IJkmoment van het logboek*: a signed statement of how far the audit log had come.
///
/// Kept in the store, and to be kept elsewhere as well: a log that was cut off behind a checkpoint
/// somebody else holds is found out, even when everything in the store was taken back with it.
public struct AuditCheckpoint: Sendable, Equatable {
    /// The last line.
    public let number: Int
    /// When it was signed.
    public let at: UTCInstant
    /// The hash of the last line.
    public let hash: [UInt8]
    /// The store.
    public let store: [UInt8]
    /// The signature, Ed25519 over what the checkpoint says.
    public let signature: [UInt8]

    /// What is signed.
    var message: [UInt8] {
        let name = Data(store).base64EncodedString()
        return Array(
            "ijkpunt/1 checkpoint\n\(name)\n\(number)\n\(at)\n\(Data(hash).base64EncodedString())\n"
                .utf8
        )
    }

    init(number: Int, at: UTCInstant, hash: [UInt8], store: [UInt8], signature: [UInt8]) {
        self.number = number
        self.at = at
        self.hash = hash
        self.store = store
        self.signature = signature
    }

    /// Signs a statement.
    static func signed(
        number: Int,
        at: UTCInstant,
        hash: [UInt8],
        store: StoreIdentity,
        by key: Curve25519.Signing.PrivateKey
    ) throws -> AuditCheckpoint {
        let bare = AuditCheckpoint(
            number: number,
            at: at,
            hash: hash,
            store: store.bytes,
            signature: []
        )
        return AuditCheckpoint(
            number: number,
            at: at,
            hash: hash,
            store: store.bytes,
            signature: Array(try key.signature(for: bare.message))
        )
    }

    /// Whether the signature is that of a key.
    ///
    /// - Parameter publicKey: 32 bytes.
    /// - Returns: `true` when the signature is of this checkpoint and by that key.
    public func isSigned(by publicKey: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        return key?.isValidSignature(signature, for: message) ?? false
    }

    /// The checkpoint as one line of text, to be kept elsewhere.
    public var line: String {
        [
            "ijkpunt-checkpoint", Data(store).base64EncodedString(), String(number), at.description,
            Data(hash).base64EncodedString(), Data(signature).base64EncodedString(),
        ].joined(separator: " ")
    }

    /// Reads a checkpoint, or gives `nil` when the text is none.
    public init?(line: some StringProtocol) {
        let words = line.split(separator: " ")
        guard words.count == 6, words[0] == "ijkpunt-checkpoint",
            let store = Data(base64Encoded: String(words[1])), let number = Int(words[2]),
            let at = UTCInstant(words[3]), let hash = Data(base64Encoded: String(words[4])),
            let signature = Data(base64Encoded: String(words[5]))
        else { return nil }
        self.init(
            number: number,
            at: at,
            hash: Array(hash),
            store: Array(store),
            signature: Array(signature)
        )
    }
}
