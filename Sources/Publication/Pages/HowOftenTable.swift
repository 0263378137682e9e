import Definitions
import Domain

/// *Hoe vaak is genoeg*: a half-yearly count, a yearly sample and a two-yearly cohort side by side.
struct HowOftenTable {
    /// A way to measure at its own interval.
    private struct Way {
        let row: Int
        /// In half-years.
        let interval: Int
    }

    /// Reports as a count, case files as a sample, and the cohort, which has no row.
    private static let ways = [
        Way(row: 6, interval: 1), Way(row: 12, interval: 2), Way(row: 0, interval: 4),
    ]

    let context: PageContext

    /// The table: for every scenario the power of each way at its own interval, and the longest
    /// interval that would do.
    var table: DataTable {
        let wording = context.wording
        let simulation = context.definitions.simulation
        return DataTable(
            caption: wording(
                "page.visibility.often-caption",
                [
                    "halves": String(simulation.settings.followUp),
                    "percent": wording.number(simulation.settings.adequatePower * 100),
                ]
            ),
            columns: [wording("page.evidence.column.scenario")]
                + HowOftenTable.ways.flatMap { way in
                    [
                        wording("page.visibility.way.\(way.interval)"),
                        wording("page.evidence.column.longest"),
                    ]
                },
            rows: simulation.scenarios.map { scenario in
                DataTable.Row(
                    heading: wording(scenario.title),
                    cells: HowOftenTable.ways.flatMap { way in
                        [power(way, scenario), longest(way, scenario)]
                    }
                )
            }
        )
    }

    private func power(_ way: Way, _ scenario: SimulationDefinitions.Scenario) -> DataTable.Cell {
        let result = context.definitions.evidence.results(row: way.row).first {
            $0.scenario == scenario.id && $0.interval == way.interval
        }
        guard let share = result?.power.last else { return .missing }
        let wording = context.wording
        return .number(
            wording("page.evidence.percent", ["number": wording.number(share * 100)])
        )
    }

    private func longest(
        _ way: Way,
        _ scenario: SimulationDefinitions.Scenario
    ) -> DataTable.Cell {
        let adequate = context.definitions.longestAdequate(row: way.row, scenario: scenario.id)
        return .text(context.wording("page.evidence.interval.\(adequate ?? 0)"))
    }
}
