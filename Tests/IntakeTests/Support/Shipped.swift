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

    /// Every permit that a source asks for.
    static let permits: Set<String> = [
        "csg-records/csg-records", "csg-records/linkage", "veiligthuis/linkage",
    ]

    private static let onOneCore = Result {
        IntakeContext(definitions: try loaded.get(), workers: Workers(cores: 1), permits: permits)
    }

    private static let onTwoCores = Result {
        IntakeContext(definitions: try loaded.get(), workers: Workers(cores: 2), permits: permits)
    }

    private static let withoutPermit = Result {
        IntakeContext(definitions: try loaded.get(), workers: Workers(cores: 1))
    }

    static func definitions() throws -> DefinitionSet { try loaded.get() }

    static func context(cores: Int = 1, isPermitted: Bool = true) throws -> IntakeContext {
        guard isPermitted else { return try withoutPermit.get() }
        return try (cores == 1 ? onOneCore : onTwoCores).get()
    }
}
