import Crypto
import Domain
import Foundation

/// How a line of the audit log is sealed and chained.
///
/// The chain is a plain SHA-256 over everything in the line and the hash before it, so that it can
/// be followed without a key. Inside the seal (AES-256-GCM) stand, besides the personal part, the
/// number of the line and the hash before it: who rewrites the chain without the key cannot give a
/// line another place, and the seal says which place it had.
struct AuditSeal: Sendable {
    /// What is inside the seal.
    struct Content {
        let number: Int
        let previous: [UInt8]
        let actor: String
        let sealed: [String: String]
    }

    private let key: SymmetricKey
    private let store: StoreIdentity

    init(key: SymmetricKey, store: StoreIdentity) {
        self.key = key
        self.store = store
    }

    /// The hash that stands before the first line.
    var origin: [UInt8] {
        Array(SHA256.hash(data: Array("ijkpunt/1 audit".utf8) + store.bytes))
    }

    /// The hash of a line.
    static func hash(after previous: [UInt8], _ open: [UInt8], sealed: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: previous + open + field(sealed)))
    }

    /// What of a line stands in the clear, each part with its length so that none can move over.
    static func open(
        number: Int,
        at: String,
        kind: String,
        role: String,
        facts: String
    ) -> [UInt8] {
        [String(number), at, kind, role, facts].flatMap { field(Array($0.utf8)) }
    }

    func seal(_ content: Content, over open: [UInt8]) throws -> Data {
        let object: [String: String] = [
            "number": String(content.number),
            "previous": Data(content.previous).base64EncodedString(),
            "actor": content.actor,
            "sealed": AuditSeal.text(content.sealed),
        ]
        let box = try AES.GCM.seal(
            Array(AuditSeal.text(object).utf8),
            using: key,
            authenticating: binding(withoutNumber(open))
        )
        return box.combined ?? Data()
    }

    /// What is inside, or `nil` when the line was changed.
    func content(of sealed: Data, over open: [UInt8]) -> Content? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(
                box,
                using: key,
                authenticating: binding(withoutNumber(open))
            ),
            let object = AuditSeal.object(String(decoding: bytes, as: UTF8.self)),
            let number = object["number"].flatMap({ Int($0) }),
            let previous = object["previous"].flatMap({ Data(base64Encoded: $0) }),
            let actor = object["actor"],
            let rest = object["sealed"].flatMap({ AuditSeal.object($0) })
        else { return nil }
        return Content(number: number, previous: Array(previous), actor: actor, sealed: rest)
    }

    /// Texts by name as JSON with sorted names: the same texts give the same bytes.
    static func text(_ values: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(values) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    static func object(_ text: String) -> [String: String]? {
        try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }

    private static func field(_ bytes: [UInt8]) -> [UInt8] {
        Array("\(bytes.count):".utf8) + bytes
    }

    /// The number is bound inside the seal, so that a line that was moved can still say whence.
    private func withoutNumber(_ open: [UInt8]) -> [UInt8] {
        guard let colon = open.firstIndex(of: UInt8(ascii: ":")),
            let length = Int(String(decoding: open[..<colon], as: UTF8.self)),
            colon + 1 + length <= open.count
        else { return open }
        return Array(open[(colon + 1 + length)...])
    }

    private func binding(_ open: [UInt8]) -> [UInt8] { store.bytes + open }
}
