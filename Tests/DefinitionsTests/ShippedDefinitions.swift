import Definitions
import FoundationEssentials

/// The definitions of this repository, found from the place of this file.
enum ShippedDefinitions {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Definitions")

    /// The set, loaded once for all tests.
    static let loaded = Result { try DefinitionSet.load(from: folder) }

    static func load() throws -> DefinitionSet { try loaded.get() }
}
