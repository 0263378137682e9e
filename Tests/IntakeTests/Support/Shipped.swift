import Columns
import Definitions
import FoundationEssentials
import Intake

/// The definitions of this repository and what a run is read with, made once for all tests.
enum Shipped {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Definitions").resolvingSymlinksInPath()

    private static let loaded = Result { try DefinitionSet.load(from: folder) }

    private static let onOneCore = Result {
        IntakeContext(definitions: try loaded.get(), workers: Workers(cores: 1))
    }

    private static let onTwoCores = Result {
        IntakeContext(definitions: try loaded.get(), workers: Workers(cores: 2))
    }

    static func definitions() throws -> DefinitionSet { try loaded.get() }

    static func context(cores: Int = 1) throws -> IntakeContext {
        try (cores == 1 ? onOneCore : onTwoCores).get()
    }
}
