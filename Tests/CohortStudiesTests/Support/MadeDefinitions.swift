import Definitions
import TestSupport

/// The definitions of the product, apart because two modules have a `SeededGenerator`.
enum MadeDefinitions {
    static func load() throws -> DefinitionSet { try TestDefinitions.load() }
}
