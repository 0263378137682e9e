import Crypto
import Keys

/// SHA-256 as hexadecimal digits.
enum SHA {
    /// The digest of bytes.
    static func text(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    }
}
