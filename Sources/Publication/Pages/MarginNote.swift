/// *Kantlijn*: what stands beside every figure, in a fixed order.
///
/// All parts but the cautions must be there: the initialiser asks for each, and refuses an empty
/// one, so a figure that does not say what it does not say is not built.
package struct MarginNote: Sendable {
    /// One part: its stable name and its text.
    struct Part: Sendable {
        let name: String
        let text: String
    }

    /// What must be said first, as that figures are fictive; empty when nothing must.
    let cautions: [String]
    /// The parts that every figure has, in their order.
    let parts: [Part]

    package init(
        figure: String,
        cautions: [String],
        unit: String,
        period: String,
        source: String,
        status: String,
        definition: String,
        doesNotSay: String
    ) throws(PageError) {
        self.cautions = cautions
        parts = [
            Part(name: "unit", text: unit), Part(name: "period", text: period),
            Part(name: "source", text: source), Part(name: "status", text: status),
            Part(name: "definition", text: definition),
            Part(name: "does-not-say", text: doesNotSay),
        ]
        for part in parts where part.text.allSatisfy(\.isWhitespace) {
            throw .marginIncomplete(figure: figure, part: part.name)
        }
    }

    /// The note with more cautions before its own.
    func adding(cautions more: [String]) -> MarginNote {
        MarginNote(cautions: more + cautions, parts: parts)
    }

    private init(cautions: [String], parts: [Part]) {
        self.cautions = cautions
        self.parts = parts
    }

    /// The note as a list of terms.
    package func drawn(_ wording: Wording) -> HTML {
        element("dl", .class("kant")) {
            if !cautions.isEmpty {
                element("dt") { wording("page.margin.caution") }
                // One answer to one term: the list stands in two columns on a narrow screen.
                element("dd") {
                    cautions.map { caution in
                        element("span", .class("let-op")) { Blocks.caution(caution) }
                    }
                }
            }
            parts.map { part in
                HTML.joined([
                    element("dt", part.name == "does-not-say" ? .class("zn") : nil) {
                        wording("page.margin.\(part.name)")
                    },
                    element("dd") { part.text },
                ])
            }
        }
    }
}
