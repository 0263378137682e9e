import Concepts
import Definitions

/// *Koppeling in beeld*: the concepts of two taxonomies in two columns, with a line for each
/// relation.
struct ConceptChart {
    let map: ConceptMap

    private static let height = 34.0
    private static let left = 300.0
    private static let right = 480.0

    /// The drawing, which scrolls by itself on a narrow screen.
    func drawn(_ wording: Wording) -> HTML {
        let used = map.to.concepts.filter { concept in
            map.entries.contains { $0.other == concept.id }
        }
        let rows = max(map.from.concepts.count, used.count)
        let summary = wording(
            "page.taxonomy.map-summary",
            [
                "relations": String(map.entries.count),
                "concepts": String(map.from.concepts.count), "others": String(used.count),
            ]
        )
        return SVG.drawing(
            width: 800,
            height: Double(rows) * ConceptChart.height + 8,
            summary: summary
        ) {
            map.entries.map { entry in
                SVG.line(
                    x1: ConceptChart.left,
                    y1: middle(map.from.concepts.firstIndex { $0.id == entry.concept } ?? 0),
                    x2: ConceptChart.right,
                    y2: middle(used.firstIndex { $0.id == entry.other } ?? 0),
                    ConceptChart.style(entry.relation)
                )
            }
            map.from.concepts.enumerated().map { place, concept in
                name(wording(concept.title), place, x: ConceptChart.left - 8, .end)
            }
            used.enumerated().map { place, concept in
                name(wording(concept.title), place, x: ConceptChart.right + 8, .start)
            }
        }
    }

    /// What the lines mean, in words.
    static func key(_ wording: Wording) -> [HTML] {
        [ConceptRelation.same, .broader, .overlapping].map { relation in
            element("li") {
                element("svg", HTMLAttribute("viewBox", "0 0 22 12"), .hidden) {
                    SVG.line(x1: 0, y1: 6, x2: 22, y2: 6, style(relation))
                }
                wording("page.taxonomy.key.\(relation.rawValue)")
            }
        }
    }

    private static func style(_ relation: ConceptRelation) -> String {
        switch relation {
        case .same: "refn"
        case .broader, .narrower: "ax"
        case .overlapping, .none: "ref"
        }
    }

    private func middle(_ place: Int) -> Double {
        Double(place) * ConceptChart.height + ConceptChart.height / 2 + 4
    }

    /// A name in two lines at most, cut between words.
    private func name(_ text: String, _ place: Int, x: Double, _ anchor: SVG.Anchor) -> HTML {
        let lines = RowChart.lines(text)
        let shown = lines.count > 2 ? [lines[0], lines[1] + " …"] : lines
        let top = middle(place) + 4 - Double(shown.count - 1) * 7
        return parts {
            shown.enumerated().map { index, line in
                SVG.text(line, x: x, y: top + Double(index) * 14, "sm", anchor: anchor)
            }
        }
    }
}
