import Definitions
import FoundationEssentials

/// The definitions of this repository, found from the place of this file.
enum ShippedDefinitions {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Definitions").resolvingSymlinksInPath()

    /// The set, loaded once for all tests.
    static let loaded = Result { try DefinitionSet.load(from: folder) }

    static func load() throws -> DefinitionSet { try loaded.get() }
}

extension ShippedDefinitions {
    /// The text of one file.
    static func text(_ file: String) -> String {
        (try? Data(contentsOf: folder.appending(path: file))).map {
            String(decoding: $0, as: UTF8.self)
        }
            ?? ""
    }
}
