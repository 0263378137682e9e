import Crypto
import Foundation
import GRDB
import Keys

/// What a store goes on using after it was given another key.
///
/// A pseudonym cannot be made again from a number nobody has, nor a log be sealed again without
/// breaking its chain. So the keys of pseudonyms, digests and the log stay, wrapped (RFC 3394)
/// under the new key, and every pseudonym goes through one translation more.
struct CarriedSecrets: Sendable {
    /// The purposes whose key stays the same for as long as there is a store.
    static let lasting: [StoreKey.Purpose] = [
        .pseudonym, .project, .digest, .mark, .audit, .signing, .cube, .account,
        .release,
    ]

    private static let prefix = "carried:"

    let lasting: [StoreKey.Purpose: SymmetricKey]
    /// The translations of earlier keys, in their order.
    let translations: [SymmetricKey]
    /// How often the store was given another key.
    let generation: Int

    init(in pool: DatabasePool, under key: StoreKey, store: StoreIdentity) throws {
        let rows = try pool.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT name, value FROM meta WHERE name LIKE 'carried:%' ORDER BY name"
            ).map { ($0["name"] as String, Array($0["value"] as Data)) }
        }
        let wrapping = key.derived(for: .carry, store: store)
        var lasting: [StoreKey.Purpose: SymmetricKey] = [:]
        var translations: [SymmetricKey] = []
        for (name, wrapped) in rows {
            guard let secret = try? AES.KeyWrap.unwrap(wrapped, using: wrapping) else {
                throw KeyError.wrong
            }
            let word = String(name.dropFirst(CarriedSecrets.prefix.count))
            if let purpose = StoreKey.Purpose(rawValue: word) {
                lasting[purpose] = secret
            } else {
                translations.append(secret)
            }
        }
        self.lasting = lasting
        self.translations = translations
        generation = lasting.isEmpty ? 0 : translations.count + 1
    }

    /// Writes what is to be carried under a new key, in place of what was.
    static func write(
        lasting: [StoreKey.Purpose: SymmetricKey],
        translations: [SymmetricKey],
        under key: StoreKey,
        store: StoreIdentity,
        in database: Database
    ) throws {
        let wrapping = key.derived(for: .carry, store: store)
        try database.execute(sql: "DELETE FROM meta WHERE name LIKE 'carried:%'")
        var rows = lasting.map { (prefix + $0.key.rawValue, $0.value) }
        for (index, secret) in translations.enumerated() {
            // Padded, so that the order of the names is that of the keys.
            let number = String(100_000 + index).dropFirst()
            rows.append((prefix + "translation-\(number)", secret))
        }
        for (name, secret) in rows {
            try database.execute(
                sql: "INSERT INTO meta VALUES (?, ?)",
                arguments: [name, Data(try AES.KeyWrap.wrap(secret, using: wrapping))]
            )
        }
    }
}
