import Definitions
import Domain

/// *Zichtbaarheid*: the bench's results side by side, and how often is enough.
enum VisibilityPage {
    /// The page.
    static func build(_ context: PageContext) throws -> HTML {
        let wording = context.wording
        let simulation = context.definitions.simulation
        return try PageFrame.page(
            context,
            title: wording("page.visibility.title"),
            description: wording("page.visibility.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.weighing),
                    wording("page.nav.weighing"),
                    wording("page.visibility.title")
                ),
                kicker: wording("page.visibility.kicker"),
                title: wording("page.visibility.title"),
                lead: wording("page.visibility.lead")
            )
            Blocks.band(
                wording("page.visibility.often"),
                intro: wording("page.visibility.often-text")
            ) {
                HowOftenTable(context: context).table.drawn(wording)
            }
            try simulation.scenarios.map { scenario in
                try Blocks.band(wording(scenario.title)) {
                    try VisibilityFigure(scenario: scenario, context: context).figure()
                        .drawn(wording)
                }
            }
            Blocks.band(
                wording("page.visibility.assumptions"),
                intro: wording("page.visibility.assumptions-text")
            ) {
                assumptions(simulation, wording).drawn(wording)
            }
        }
    }

    private static func assumptions(
        _ simulation: SimulationDefinitions,
        _ wording: Wording
    ) -> DataTable {
        DataTable(
            caption: wording("page.visibility.assumptions"),
            columns: ["parameter", "value", "source"].map {
                wording("page.visibility.column.\($0)")
            },
            rows: simulation.parameters.map { parameter in
                DataTable.Row(
                    heading: parameter.meaning,
                    cells: [.number(shown(parameter.value)), .text(parameter.source)]
                )
            }
        )
    }

    /// The value as the record has it, with a point: small chances do not survive rounding.
    private static func shown(_ value: Double) -> String { "\(value)" }
}
