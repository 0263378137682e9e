import Definitions
import Domain

/// *Raadsbrief*: one page for a council, with what is known, what changed, what may lie behind it and
/// the own goals; it asks for nothing to be concluded from one figure.
struct CouncilNote {
    let report: RegionReport

    /// How many series of change fit on the page.
    private static let mostChanges = 5

    private var context: PageContext { report.context }
    private var wording: Wording { context.wording }

    /// The note as a page.
    func page() throws -> HTML {
        let frame = ReportFrame(report: report, style: "raadsbrief")
        let title = wording("report.note.title", ["region": report.name])
        let bands = MunicipalityBands(
            context: context,
            region: report.region,
            name: report.name
        )
        let known = try bands.known()
        let changes = try ReportedChange(report: report).sentences()
            .prefix(CouncilNote.mostChanges)
        let places = places()
        return try frame.page(title: title) {
            frame.opening(
                title: title,
                lead: wording("report.note.lead"),
                kicker: "report.note.kicker"
            )
            part("page.mun.know", known)
            part(
                "page.mun.not",
                [wording("page.mun.not.children"), wording("page.mun.not.sexual")]
            )
            part("report.changed", Array(changes))
            part("page.mun.differ", places)
            part(
                "report.why",
                [
                    wording(
                        "report.note.why",
                        [
                            "list": context.definitions.comparison.explanations
                                .map { wording($0.title) }.joined(separator: "; ")
                        ]
                    )
                ]
            )
            if report.goals != nil {
                try Blocks.band(wording("report.goals")) {
                    try ReportedGoals(report: report).drawn()
                }
            }
            part("report.note.ask", [wording("report.note.ask-text")])
        }
    }

    private func places() -> [String] {
        guard report.region.geography == .municipality else {
            return [wording("report.short.not-compared")]
        }
        let figures = ComparedFigures(
            context: context,
            region: report.region,
            name: report.name
        )
        let places = figures.compared.map { measure, sheet in
            wording(
                figures.key("page.mun.place", sheet),
                ["measure": wording(measure.title)]
            )
        }
        return places.isEmpty ? [wording("page.mun.differ.none")] : places
    }

    private func part(_ title: String, _ texts: [String]) -> HTML {
        Blocks.band(wording(title)) {
            element("ul") { texts.map { text in element("li") { text } } }
        }
    }
}
