import Crypto
import Foundation

/// What the store says in the clear about a delivery or a segment, kept a second time under seal.
///
/// Who can write the file but does not hold the key can change what stands in the clear, and
/// nothing else: the sealed copy tells which field is not what was written. Bound in as associated
/// data: the identity of the store and what the facts are about.
struct SealedFacts {
    /// A named value, as it stands in the clear.
    typealias Fact = (name: String, value: String)

    private static let separator: UInt8 = 0x1F

    let key: SymmetricKey
    let store: StoreIdentity

    /// Creates it with the key for a purpose in a store.
    init(_ key: StoreKey, _ purpose: StoreKey.Purpose, _ store: StoreIdentity) {
        self.key = key.derived(for: purpose, store: store)
        self.store = store
    }

    /// Seals facts about a subject, after bytes of the subject's own.
    func seal(_ facts: [Fact], of subject: String, after own: [UInt8] = []) throws -> Data {
        let values = facts.map { Array($0.value.utf8) }.joined(separator: [SealedFacts.separator])
        let box = try AES.GCM.seal(own + values, using: key, authenticating: data(subject))
        return box.combined ?? Data()
    }

    /// Opens sealed facts: the bytes of the subject's own and the values, or `nil` when they were
    /// changed or are those of another subject.
    func open(
        _ sealed: Data,
        of subject: String,
        ownBytes: Int = 0
    ) -> (own: [UInt8], values: [String])? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let opened = try? AES.GCM.open(box, using: key, authenticating: data(subject)),
            opened.count >= ownBytes
        else { return nil }
        let bytes = Array(opened)
        let values = bytes[ownBytes...].split(
            separator: SealedFacts.separator,
            omittingEmptySubsequences: false
        )
        return (Array(bytes[..<ownBytes]), values.map { String(decoding: $0, as: UTF8.self) })
    }

    /// How many deliveries a store has, under seal.
    func sealedCount(_ count: Int64) throws -> Data {
        try seal([("count", String(count))], of: "deliveries")
    }

    /// The number of deliveries that was sealed, or `nil` when it was changed.
    func count(in sealed: Data) -> Int64? {
        open(sealed, of: "deliveries")?.values.first.flatMap { Int64($0) }
    }

    /// The names of the facts that are not as they were sealed.
    static func differing(_ facts: [Fact], from sealed: [String]) -> [String] {
        zip(facts, sealed).filter { $0.value != $1 }.map(\.0.name)
    }

    private func data(_ subject: String) -> [UInt8] {
        store.bytes + Array("ijkpunt/2 \(subject)".utf8)
    }
}
