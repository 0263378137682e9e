import Concepts
import Definitions
import Domain

/// *Begrippen*: the taxonomies by subject, and a map of what they are to each other.
enum ConceptsPage {
    /// The page.
    static func build(_ context: PageContext) -> HTML {
        let wording = context.wording
        let concepts = context.definitions.concepts
        let subjects = Taxonomy.Subject.allCases.filter { subject in
            concepts.taxonomies.contains { $0.subject == subject }
        }
        return PageFrame.page(
            context,
            title: wording("page.concepts.title"),
            description: wording("page.concepts.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.weighing),
                    wording("page.nav.weighing"),
                    wording("page.concepts.title")
                ),
                kicker: wording("page.concepts.kicker"),
                title: wording("page.concepts.title"),
                lead: wording("page.concepts.lead")
            )
            Blocks.band(wording("page.concepts.map"), intro: wording("page.concepts.map-text")) {
                element(
                    "div",
                    .class("scroll"),
                    HTMLAttribute("tabindex", "0"),
                    HTMLAttribute("role", "region"),
                    HTMLAttribute("aria-label", wording("page.concepts.map"))
                ) {
                    TaxonomyMatrix(concepts: concepts).drawn(wording)
                }
                element("ul", .class("key"), HTMLAttribute("aria-label", wording("page.key"))) {
                    TaxonomyMatrix.key(wording)
                }
            }
            Blocks.band(wording("page.concepts.peers")) {
                element("p") { wording("page.concepts.peers-text") }
            }
            subjects.map { subject in
                Blocks.band(wording("page.concepts.subject.\(subject.rawValue)")) {
                    element("ul", .class("down")) {
                        concepts.taxonomies.filter { $0.subject == subject }.map { taxonomy in
                            element("li") {
                                Blocks.link(
                                    context.path(.taxonomy(taxonomy.id)),
                                    wording(taxonomy.title)
                                )
                                element("span") {
                                    wording(
                                        "page.concepts.count",
                                        [
                                            "count": String(taxonomy.concepts.count),
                                            "version": taxonomy.version,
                                        ]
                                    )
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
