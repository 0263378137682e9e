import Definitions
import Domain
import Testing
import TestSupport

/// The orderings of the report's chapters 2 and 3, with as many members as it gives them.
struct ChapterConceptTests {
    static let counts: [(String, Int)] = [
        ("legal-definition", 1), ("meldcode-framework", 3), ("trimbos", 5), ("nji", 6),
        ("npm", 6), ("ace", 7), ("verwey-jonker-severity", 3), ("quality-framework", 4),
        ("ggd-data-set", 1), ("setting", 2), ("dimensions", 10), ("forms-of-assistance", 8),
        ("phases", 5), ("guideline-types", 3), ("complaints", 3), ("family-profiles", 5),
        ("disturbing-elements", 5), ("working-themes", 5), ("cocktail", 2),
        ("conditions-of-help", 8), ("instruments", 11),
    ]

    @Test(arguments: counts)
    func `an ordering has the members that the report counts`(
        _ id: String,
        _ count: Int
    ) throws {
        let taxonomy = try #require(try TestDefinitions.load().concepts.taxonomy(id))
        #expect(taxonomy.concepts.count { $0.within == nil } == count)
    }

    @Test func `every taxonomy says where it is from, and every concept has a name`() throws {
        for taxonomy in try TestDefinitions.load().concepts.taxonomies {
            #expect(!taxonomy.source.isEmpty, "\(taxonomy.id)")
            #expect(!taxonomy.reference.isEmpty, "\(taxonomy.id)")
            #expect(!taxonomy.version.isEmpty, "\(taxonomy.id)")
            for concept in taxonomy.concepts {
                #expect(!concept.title.nl.isEmpty && !concept.title.en.isEmpty)
            }
        }
    }

    @Test func `what could not be looked up is marked, and no code was made up`() throws {
        let concepts = try TestDefinitions.load().concepts
        let forms = try #require(concepts.taxonomy("government-forms"))
        #expect(forms.concepts.filter(\.isUncertain).map(\.id) == ["other-28"])
        #expect(try #require(concepts.taxonomy("snomed-ct")).concepts.isEmpty)
    }
}
