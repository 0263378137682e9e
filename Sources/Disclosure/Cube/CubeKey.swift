import Crypto
import Foundation

/// *Sleutel van de kubus*: the secret that decides how ties in rounding fall.
///
/// The same key, table and effort give the same bytes; without the key the rounding of a leaf
/// cannot be worked out from the rules. Prints as redacted and is never written to a result.
public struct CubeKey: Sendable, CustomStringConvertible {
    let key: SymmetricKey

    /// Creates a key from secret bytes, at least 16 of them.
    ///
    /// - Precondition: there are at least 16 bytes.
    public init(secret: [UInt8]) {
        precondition(secret.count >= 16, "A key of fewer than 16 bytes can be guessed.")
        // Whatever else the secret is used for, this use of it has a key of its own.
        let root = SymmetricKey(data: secret)
        key = SymmetricKey(
            data: HMAC<SHA256>.authenticationCode(
                for: Array("ijkpunt cube 1".utf8),
                using: root
            )
        )
    }

    /// Never the secret.
    public var description: String { "‹redacted›" }

    /// What may be shown of the key, so that a release can later be shown to have used it: the
    /// HMAC of a fixed text, in hexadecimal.
    public var commitment: String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("commitment".utf8), using: key)
        return hexadecimal(Array(code))
    }

    /// A mark of a cell and its true number, from which neither can be read without the key.
    func mark(_ cell: String, _ value: Int) -> String {
        let text = Array("\(value) \(cell)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: text, using: key)
        return hexadecimal(Array(code.prefix(12)))
    }
}

/// Bytes as lower-case hexadecimal text.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
        decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
        as: UTF8.self
    )
}
