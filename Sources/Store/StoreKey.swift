public import Crypto
import Foundation

/// The secret on which a store rests: who holds it can read every record and make every pseudonym.
///
/// Kept in a file that only its owner may read; made on first use. Every other key is derived from
/// it with HKDF-SHA-256 (RFC 5869), salted with the store's own identity.
public struct StoreKey: Sendable {
    private let root: SymmetricKey

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
    }

    init(root: SymmetricKey) {
        self.root = root
    }

    /// The key for a purpose in a store.
    public func derived(for purpose: Purpose, store: StoreIdentity) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root,
            salt: store.bytes,
            info: Array("ijkpunt/1 \(purpose.rawValue)".utf8),
            outputByteCount: 32
        )
    }

    /// The secret that decides how ties in rounding fall, the same for every store of the key.
    public var roundingSecret: [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(for: Array("ijkpunt/1 rounding".utf8), using: root)
        )
    }

    /// Reads a key file, or makes one when there is none and `create` says so.
    ///
    /// The file holds 64 hexadecimal digits and a line end.
    ///
    /// - Throws: ``KeyError`` when the file is missing, readable by others, or malformed.
    public static func load(path: String, create: Bool) throws(KeyError) -> StoreKey {
        let manager = FileManager.default
        if !manager.fileExists(atPath: path) {
            guard create else { throw .missing(path: path) }
            return try make(path: path)
        }
        guard let attributes = try? manager.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int
        else { throw .unreadable(path: path) }
        guard mode & 0o077 == 0 else { throw .readableByOthers(path: path) }
        guard let data = manager.contents(atPath: path) else { throw .unreadable(path: path) }
        var digits = Array(data)
        if digits.last == 0x0A { digits.removeLast() }
        guard digits.count == 64 else { throw .malformed(path: path) }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = hexDigit(digits[index]), let low = hexDigit(digits[index + 1]) else {
                throw .malformed(path: path)
            }
            bytes.append(high << 4 | low)
        }
        return StoreKey(root: SymmetricKey(data: bytes))
    }

    private static func make(path: String) throws(KeyError) -> StoreKey {
        let manager = FileManager.default
        let folder = URL(filePath: path).deletingLastPathComponent().path
        do {
            try manager.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .cannotCreate(path: path)
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        text.append(0x0A)
        // Rights first, content after: the file is never readable by others, not even for a moment.
        guard
            manager.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            ),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .cannotCreate(path: path) }
        do {
            try handle.write(contentsOf: Data(text))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .cannotCreate(path: path)
        }
        return StoreKey(root: SymmetricKey(data: bytes))
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        case 0x41...0x46: byte - 0x41 + 10
        default: nil
        }
    }
}

/// The random identity of a store, which salts the keys derived for it.
public struct StoreIdentity: Sendable, Equatable {
    /// Sixteen random bytes.
    public let bytes: [UInt8]
}

/// What is wrong with a key.
public enum KeyError: Error, Equatable, Sendable {
    /// There is no key file.
    case missing(path: String)
    /// The key file cannot be read.
    case unreadable(path: String)
    /// The key file may be read by others than its owner.
    case readableByOthers(path: String)
    /// The key file does not hold 64 hexadecimal digits.
    case malformed(path: String)
    /// The key file cannot be made.
    case cannotCreate(path: String)
    /// The key is not that of the store.
    case wrong
}
