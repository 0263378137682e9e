import ArgumentParser
import Definitions
import Domain

/// `ijkpunt concepts`: taxonomies and what they are to each other.
struct ConceptsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concepts",
        abstract: "Taxonomies with their source, how they map, and what is lost.",
        discussion: """
            EXAMPLES
              ijkpunt concepts show
              ijkpunt concepts show --find misbruik
              ijkpunt concepts map icpc nji
              ijkpunt concepts loss nji icpc --language en
            """,
        subcommands: [
            ConceptsShowCommand.self, ConceptsMapCommand.self, ConceptsLossCommand.self,
        ],
        defaultSubcommand: ConceptsShowCommand.self
    )
}

/// The concepts in words, as commands say them.
struct ConceptWords {
    let definitions: DefinitionSet
    let language: Language

    /// A text of the catalogue.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts(key, language, values)
    }

    /// The taxonomy of a name, or a complaint that lists those there are.
    func taxonomy(_ name: String) throws -> Taxonomy {
        guard let found = definitions.concepts.taxonomy(name) else {
            throw Complaint.RecordError.taxonomy(
                name: name,
                known: definitions.concepts.taxonomies.map(\.id)
            )
        }
        return found
    }

    /// The name of a concept.
    func title(_ concept: String, in taxonomy: Taxonomy) -> String {
        taxonomy.concept(concept)?.title[language] ?? concept
    }
}
