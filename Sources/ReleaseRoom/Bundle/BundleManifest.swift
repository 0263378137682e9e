import Foundation

/// *Inhoudsopgave van een bundel*: every file in it with its hash; what is signed.
struct BundleManifest: Codable, Equatable {
    struct File: Codable, Equatable {
        let path: String
        let bytes: Int
        let sha256: String
    }

    /// The form of the bundle.
    static let form = "ijkpunt-bundle-1"
    /// Where it stands in the archive.
    static let path = "manifest.json"
    /// Where its signature stands: 128 hexadecimal digits.
    static let signaturePath = "manifest.sig"

    let form: String
    let day: String
    let origin: String
    let version: String
    /// The submission that was released; `nil` for fictive figures.
    let submission: Int?
    /// The key by which it is signed, so that another key can be told from a changed manifest.
    let publicKey: String
    let files: [File]

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}
