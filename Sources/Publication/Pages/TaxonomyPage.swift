import Concepts
import Definitions
import Domain

/// *Indeling*: one taxonomy with its source, its concepts, how it maps and what is lost.
enum TaxonomyPage {
    /// The page of a taxonomy.
    static func build(_ context: PageContext, id: String) throws -> HTML {
        let concepts = context.definitions.concepts
        guard let taxonomy = concepts.taxonomy(id) else { throw PageError.unknownRecord }
        let wording = context.wording
        let title = wording(taxonomy.title)
        return PageFrame.page(context, title: title, description: title) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.concepts),
                    wording("page.concepts.title"),
                    title
                ),
                kicker: wording("page.concepts.subject.\(taxonomy.subject.rawValue)"),
                title: title,
                lead: taxonomy.note.map { wording($0) }
                    ?? wording("page.taxonomy.lead", ["version": taxonomy.version])
            )
            Blocks.band(wording("page.taxonomy.concepts")) {
                if taxonomy.concepts.isEmpty {
                    element("p", .class("hole-note")) { wording("page.taxonomy.empty") }
                } else {
                    Blocks.terms(taxonomy.concepts.map { ($0.id, text($0, wording)) })
                }
            }
            Blocks.band(wording("page.taxonomy.source")) {
                Blocks.terms(origin(taxonomy, wording))
            }
            if concepts.isOnHub(id), id != concepts.hub, let hub = concepts.taxonomy(concepts.hub) {
                picture(ConceptMap(from: taxonomy, to: hub, in: concepts), wording)
            }
            Blocks.band(wording("page.taxonomy.loss"), intro: wording("page.taxonomy.loss-text")) {
                losses(taxonomy, context)
            }
        }
    }

    private static func origin(_ taxonomy: Taxonomy, _ wording: Wording) -> [(String, String)] {
        var terms = [
            (wording("page.taxonomy.version"), taxonomy.version),
            (wording("page.taxonomy.from"), taxonomy.source),
            (wording("page.taxonomy.reference"), taxonomy.reference),
        ]
        if let licence = taxonomy.licence {
            terms.append((wording("page.taxonomy.licence"), wording(licence)))
        }
        return terms
    }

    private static func text(_ concept: Concept, _ wording: Wording) -> String {
        let name = wording(concept.title)
        if concept.isUncertain { return wording("page.taxonomy.uncertain", ["name": name]) }
        guard let recognition = concept.recognition else { return name }
        return wording(
            "page.taxonomy.recognised",
            ["name": name, "recognition": wording("concepts.recognition.\(recognition.rawValue)")]
        )
    }

    private static func picture(_ map: ConceptMap, _ wording: Wording) -> HTML {
        Blocks.band(wording("page.taxonomy.map"), intro: wording("page.taxonomy.map-text")) {
            element(
                "div",
                .class("scroll"),
                HTMLAttribute("tabindex", "0"),
                HTMLAttribute("role", "region"),
                HTMLAttribute("aria-label", wording("page.taxonomy.map"))
            ) {
                ConceptChart(map: map).drawn(wording)
            }
            element("ul", .class("key"), HTMLAttribute("aria-label", wording("page.key"))) {
                ConceptChart.key(wording)
            }
            element("details") {
                element("summary") { wording("page.taxonomy.relations") }
                DataTable(
                    caption: wording("page.taxonomy.relations"),
                    columns: ["concept", "relation", "other", "certainty"].map {
                        wording("page.taxonomy.column.\($0)")
                    },
                    rows: map.entries.map { entry in
                        DataTable.Row(
                            heading: name(entry.concept, map.from, wording),
                            cells: [
                                .text(wording("concepts.relation.\(entry.relation.rawValue)")),
                                .text(name(entry.other, map.to, wording)),
                                .text(wording("concepts.certainty.\(entry.certainty.rawValue)")),
                            ]
                        )
                    }
                ).drawn(wording)
            }
        }
    }

    private static func losses(_ taxonomy: Taxonomy, _ context: PageContext) -> HTML {
        let wording = context.wording
        let concepts = context.definitions.concepts
        let maps = concepts.taxonomies.filter { $0.id != taxonomy.id }
            .map { ConceptMap(from: taxonomy, to: $0, in: concepts) }
        let mapped = maps.filter { !$0.entries.isEmpty }.map { ConceptLoss($0) }
        return parts {
            if mapped.isEmpty {
                element("p", .class("hole-note")) { wording("page.taxonomy.unmapped") }
            } else {
                DataTable(
                    caption: wording("page.taxonomy.loss"),
                    columns: ["other-taxonomy", "exact", "changed", "merged", "lost"].map {
                        wording("page.taxonomy.column.\($0)")
                    },
                    rows: mapped.map { loss in
                        DataTable.Row(
                            heading: wording(loss.map.to.title),
                            cells: ConceptLoss.Grade.allCases.map {
                                .number(String(loss.count($0)))
                            }
                        )
                    }
                ).drawn(wording)
            }
            reasons(maps, wording)
        }
    }

    /// Why there is no mapping, each reason once with the taxonomies it is about.
    private static func reasons(_ maps: [ConceptMap], _ wording: Wording) -> HTML {
        var grouped: [(String, [String])] = []
        for map in maps {
            guard case .none(let reason) = map.route else { continue }
            let text = wording(reason)
            let name = wording(map.to.title)
            if let place = grouped.firstIndex(where: { $0.0 == text }) {
                grouped[place].1.append(name)
            } else {
                grouped.append((text, [name]))
            }
        }
        guard !grouped.isEmpty else { return .empty }
        return parts {
            element("h3") { wording("page.taxonomy.none") }
            element("ul", .class("plain")) {
                grouped.map { reason, names in
                    element("li") {
                        element("b") { reason }
                        names.joined(separator: "; ")
                    }
                }
            }
        }
    }

    private static func name(_ concept: String, _ taxonomy: Taxonomy, _ wording: Wording)
        -> String
    {
        taxonomy.concept(concept).map { wording($0.title) } ?? concept
    }
}
