import Columns
import Crypto
import Foundation

/// Sealing of what is written down about studies: AES-256-GCM, bound to its place.
struct StudySeal {
    private let key: SymmetricKey
    private let store: StoreIdentity

    init(key: StoreKey, store: StoreIdentity) {
        self.key = key.derived(for: .study, store: store)
        self.store = store
    }

    func seal(_ bytes: [UInt8], over binding: String) throws -> Data {
        let data = store.bytes + Array(binding.utf8)
        return try AES.GCM.seal(bytes, using: key, authenticating: data).combined ?? Data()
    }

    /// What was sealed, or `nil` when it was changed or stands in another's place.
    func open(_ sealed: Data, over binding: String) -> [UInt8]? {
        let data = store.bytes + Array(binding.utf8)
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let opened = try? AES.GCM.open(box, using: key, authenticating: data)
        else { return nil }
        return Array(opened)
    }

    static func binding(
        _ number: Int,
        _ study: String,
        _ kind: String,
        _ subject: String?,
        _ at: String
    ) -> String {
        "ijkpunt/2 study \(number)\u{1F}\(study)\u{1F}\(kind)\u{1F}\(subject ?? "")\u{1F}\(at)"
    }

    static func binding(_ study: String, _ subject: String) -> String {
        "ijkpunt/2 study link \(study)\u{1F}\(subject)"
    }
}
