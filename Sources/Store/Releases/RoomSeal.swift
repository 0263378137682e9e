import Crypto
import Foundation

/// Sealing of what is written down in the release room: AES-256-GCM, bound to its place.
///
/// What is sealed is filled up to whole blocks first. A vote fills one block whatever it says, so
/// that the size of what is stored tells nothing of it.
struct RoomSeal {
    /// The bytes that what is sealed is filled up to.
    static let block = 8_192
    /// How many bytes fit in one block beside their number.
    static let room = block - 8

    private let key: SymmetricKey
    private let store: StoreIdentity

    init(key: SymmetricKey, store: StoreIdentity) {
        self.key = key
        self.store = store
    }

    func seal(_ bytes: [UInt8], over binding: String) throws -> Data {
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
        var filled = length + bytes
        let rest = filled.count % RoomSeal.block
        if rest > 0 { filled += [UInt8](repeating: 0, count: RoomSeal.block - rest) }
        return try AES.GCM.seal(filled, using: key, authenticating: data(binding)).combined
            ?? Data()
    }

    /// What was sealed, or `nil` when it was changed or stands in another's place.
    func open(_ sealed: Data, over binding: String) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let opened = try? AES.GCM.open(box, using: key, authenticating: data(binding)),
            opened.count >= 8
        else { return nil }
        let bytes = Array(opened)
        let count = (0..<8).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
        guard count >= 0, count <= bytes.count - 8 else { return nil }
        return Array(bytes[8..<8 + count])
    }

    static func binding(_ number: Int, _ submission: Int, _ kind: String, _ at: String) -> String {
        "ijkpunt/2 release \(number)\u{1F}\(submission)\u{1F}\(kind)\u{1F}\(at)"
    }

    private func data(_ binding: String) -> [UInt8] { store.bytes + Array(binding.utf8) }
}
