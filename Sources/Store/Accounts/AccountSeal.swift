import Crypto
import Foundation

/// Sealing of accounts and sessions: AES-256-GCM, bound to the place in which each stands.
struct AccountSeal {
    private let key: SymmetricKey
    private let store: StoreIdentity

    init(key: SymmetricKey, store: StoreIdentity) {
        self.key = key
        self.store = store
    }

    /// What stands in the file in place of a name: a keyed code, from which nobody can go back.
    func place(_ kind: String, _ name: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Array("\(kind)\u{1F}\(name)".utf8), using: key))
    }

    func seal(_ value: some Encodable, at place: Data) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let box = try AES.GCM.seal(
            Array(try encoder.encode(value)),
            using: key,
            authenticating: store.bytes + Array(place)
        )
        return box.combined ?? Data()
    }

    /// What was sealed, or `nil` when it was changed or stands in another's place.
    func open<Value: Decodable>(_ sealed: Data, at place: Data) -> Value? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(
                box,
                using: key,
                authenticating: store.bytes + Array(place)
            )
        else { return nil }
        return try? JSONDecoder().decode(Value.self, from: bytes)
    }
}
