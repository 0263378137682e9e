public import Columns
import Crypto
import Keys

extension DeliveryStore {
    /// The key for a purpose: carried over from an earlier key, else derived from this one.
    func secret(for purpose: StoreKey.Purpose) -> SymmetricKey {
        carried.lasting[purpose] ?? key.derived(for: purpose, store: identity)
    }

    /// The translations every pseudonym goes through, in their order.
    var translations: [SymmetricKey] {
        carried.translations
            + (carried.generation > 0 ? [key.derived(for: .translation, store: identity)] : [])
    }

    /// Makes pseudonyms with the keys of this store.
    ///
    /// - Parameter domain: where the sender pseudonyms come from: a source, or with a permit more
    ///   than one, and a stretch of half-years. Pseudonyms of different domains cannot be joined.
    /// - Returns: the maker, for numbers and for sender pseudonyms.
    public func pseudonymMaker(domain: String) -> PseudonymMaker {
        // The store is the project: its identity salts every key.
        func key(_ purpose: StoreKey.Purpose) -> SymmetricKey {
            KeyMaterial(secret(for: purpose)).derived(
                for: "domain \(domain)",
                salt: identity.bytes
            )
        }
        return PseudonymMaker(
            kernel: PseudonymKernel(key: key(.pseudonym)),
            sender: PseudonymTranslation(key: key(.project)),
            later: translations.map { PseudonymTranslation(key: $0) }
        )
    }
}
