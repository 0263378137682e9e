import Concepts
import Definitions
import Domain

/// *Kaart van begrippen*: a square for every pair of taxonomies.
///
/// Filled: a crosswalk of its own; outlined: through the hub; a dotted outline: none, for a reason.
struct TaxonomyMatrix {
    let concepts: ConceptDefinitions

    private static let side = 14.0
    private static let left = 330.0

    /// The taxonomies, subject by subject.
    private var ordered: [Taxonomy] {
        Taxonomy.Subject.allCases.flatMap { subject in
            concepts.taxonomies.filter { $0.subject == subject }
        }
    }

    /// The drawing, which scrolls by itself on a narrow screen.
    func drawn(_ wording: Wording) -> HTML {
        let all = ordered
        let side = TaxonomyMatrix.side
        var counts = ["direct": 0, "hub": 0, "none": 0]
        var squares: [HTML] = []
        for (row, one) in all.enumerated() {
            let y = Double(row) * side + 4
            squares.append(SVG.text(wording(one.title), x: 0, y: y + 11, "sm"))
            for (column, other) in all[..<row].enumerated() {
                let kind = TaxonomyMatrix.kind(
                    ConceptMap(from: one, to: other, in: concepts).route
                )
                counts[kind, default: 0] += 1
                squares.append(
                    SVG.rectangle(
                        x: TaxonomyMatrix.left + Double(column) * side,
                        y: y,
                        width: side - 4,
                        height: side - 4,
                        TaxonomyMatrix.style(kind)
                    )
                )
            }
        }
        let summary = wording("page.concepts.summary", counts.mapValues { String($0) })
        return SVG.drawing(
            width: TaxonomyMatrix.left + Double(all.count) * side + 8,
            height: Double(all.count) * side + 12,
            summary: summary
        ) { squares }
    }

    /// What the squares mean, in words.
    static func key(_ wording: Wording) -> [HTML] {
        ["direct", "hub", "none"].map { kind in
            element("li") {
                element("svg", HTMLAttribute("viewBox", "0 0 22 12"), .hidden) {
                    SVG.rectangle(x: 6, y: 1, width: 10, height: 10, style(kind))
                }
                wording("page.concepts.key.\(kind)")
            }
        }
    }

    private static func kind(_ route: ConceptMap.Route) -> String {
        switch route {
        case .direct, .reversed, .itself: "direct"
        case .hub: "hub"
        case .none: "none"
        }
    }

    private static func style(_ kind: String) -> String {
        switch kind {
        case "direct": "m-def"
        case "hub": "m-vl"
        default: "m-none"
        }
    }
}
