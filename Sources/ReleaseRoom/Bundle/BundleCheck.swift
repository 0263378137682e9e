import Foundation
import Keys
import Store

/// Holds a bundle against its signature and its hashes, on any machine and without a store.
public struct BundleCheck: Sendable, Equatable {
    /// What is wrong with a bundle.
    public enum Mistake: Sendable, Equatable {
        /// No archive, cut short, or without a manifest.
        case notABundle
        /// Signed by another key than the one given.
        case otherKey(signedBy: String)
        /// The manifest is not as it was signed.
        case manifest
        /// A file that is not as it was when it was signed.
        case changed(path: String)
        /// A file that is gone.
        case missing(path: String)
        /// A file that does not belong to it.
        case added(path: String)
    }

    /// What is wrong, in the order of the files; empty for a bundle that is whole.
    public private(set) var mistakes: [Mistake] = []
    /// How many files were held against their hashes.
    public private(set) var files = 0
    /// The day of publication.
    public private(set) var day = ""
    /// Where the deliveries come from: `fictive` or `delivered`.
    public private(set) var origin = ""
    /// The submission that was released; `nil` for fictive figures.
    public private(set) var submission: Int?

    /// Looks at a bundle.
    ///
    /// - Parameters:
    ///   - archive: the bundle.
    ///   - publicKey: 32 bytes, as whoever released gave them.
    public init(_ archive: [UInt8], publicKey: [UInt8]) {
        guard let found = TarArchive.read(archive),
            let manifest = found.first(where: { $0.name == BundleManifest.path }),
            let sealed = found.first(where: { $0.name == BundleManifest.signaturePath }),
            let facts = try? JSONDecoder().decode(
                BundleManifest.self,
                from: Data(manifest.bytes)
            ), facts.form == BundleManifest.form
        else {
            mistakes = [.notABundle]
            return
        }
        day = facts.day
        origin = facts.origin
        submission = facts.submission
        let digits = sealed.bytes.filter { $0 != 0x0A }
        let signature = Hexadecimal.bytes(digits) ?? []
        if !DeliveryStore.isSigned(signature, over: manifest.bytes, by: publicKey) {
            let own = Hexadecimal.bytes(Array(facts.publicKey.utf8)) ?? []
            let isWhole = DeliveryStore.isSigned(signature, over: manifest.bytes, by: own)
            mistakes.append(isWhole ? .otherKey(signedBy: facts.publicKey) : .manifest)
        }
        var bytes: [String: [UInt8]] = [:]
        for file in found { bytes[file.name] = file.bytes }
        for file in facts.files {
            files += 1
            guard let own = bytes.removeValue(forKey: file.path) else {
                mistakes.append(.missing(path: file.path))
                continue
            }
            if own.count != file.bytes || SHA.text(own) != file.sha256 {
                mistakes.append(.changed(path: file.path))
            }
        }
        let known = [BundleManifest.path, BundleManifest.signaturePath]
        mistakes += bytes.keys.filter { !known.contains($0) }.sorted().map { .added(path: $0) }
    }
}
