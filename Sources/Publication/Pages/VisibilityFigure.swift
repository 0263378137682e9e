import Definitions
import Domain

/// *Wie merkt het op*: one scenario, with every candidate that the bench looked at.
struct VisibilityFigure {
    let scenario: SimulationDefinitions.Scenario
    let context: PageContext

    private var wording: Wording { context.wording }
    private var simulation: SimulationDefinitions { context.definitions.simulation }
    private var evidence: SimulationEvidence { context.definitions.evidence }

    /// The figure, with a reading every half-year in the drawing and other intervals in the table.
    func figure() throws -> Figure {
        let rows = simulation.measurements.compactMap { measurement in
            evidence.results(row: measurement.row).first {
                $0.scenario == scenario.id && $0.interval == 1
            }.map { (measurement.row, $0) }
        }
        let chart = EvidenceChart(
            rows: rows.map { row, result in
                EvidenceChart.Row(label: name(row), share: result.power.last ?? 0)
            },
            nominal: simulation.settings.falseAlarms,
            summary: rows.map { row, result in
                wording(
                    "page.evidence.spoken",
                    ["scenario": name(row), "percent": percent(result.power.last ?? 0)]
                )
            }.joined(separator: " ")
        )
        return Figure(
            title: wording("page.visibility.figure"),
            unit: wording(
                "page.evidence.unit",
                ["halves": String(simulation.settings.followUp)]
            ),
            chart: chart.drawn(wording),
            tones: [.estimated],
            margin: try margin(),
            table: table(rows)
        )
    }

    private func name(_ row: Int) -> String {
        guard let candidate = context.definitions.weighing.candidate(row: row) else {
            return wording("page.visibility.cohort")
        }
        return WeighingWords.name(candidate, wording)
    }

    private func table(_ rows: [(Int, SimulationEvidence.Result)]) -> DataTable {
        DataTable(
            caption: wording("page.visibility.caption", ["scenario": wording(scenario.title)]),
            columns: [
                "page.weighing.candidate", "page.evidence.column.two",
                "page.evidence.column.four", "page.evidence.column.eight",
                "page.evidence.column.longest", "page.evidence.column.seen",
                "page.evidence.column.bias", "page.visibility.column.alarms",
                "page.visibility.column.records",
            ].map { wording($0) },
            rows: rows.map { row, result in
                let power = [2, 4, 8].map { half -> DataTable.Cell in
                    result.power.indices.contains(half - 1)
                        ? .number(percent(result.power[half - 1])) : .missing
                }
                let adequate = context.definitions.longestAdequate(
                    row: row,
                    scenario: scenario.id
                )
                let candidate = evidence.candidate(row: row)
                return DataTable.Row(
                    heading: name(row),
                    cells: power + [
                        .text(wording("page.evidence.interval.\(adequate ?? 0)")),
                        cell(result.change), cell(result.bias),
                        cell(candidate?.falseAlarms.first),
                        records(candidate),
                    ]
                )
            }
        )
    }

    private func records(_ candidate: SimulationEvidence.Candidate?) -> DataTable.Cell {
        guard let candidate else { return .missing }
        return .number(wording.number(candidate.records))
    }

    private func margin() throws -> MarginNote {
        let settings = simulation.settings
        let isCurrent = evidence.fingerprint == simulation.fingerprint
        return try MarginNote(
            figure: "visibility-\(scenario.id)",
            cautions: [wording("page.evidence.simulated")]
                + (isCurrent ? [] : [wording("page.evidence.outdated")]),
            unit: wording("page.evidence.unit-margin"),
            period: wording(
                "page.evidence.period",
                [
                    "baseline": String(settings.baseline), "follow": String(settings.followUp),
                ]
            ),
            source: wording(
                "page.evidence.source",
                [
                    "runs": wording.number(Int64(evidence.runs)),
                    "children": wording.number(Int64(settings.children)),
                    "seed": String(evidence.seed),
                ]
            ),
            status: wording("page.evidence.status", ["fingerprint": evidence.fingerprint]),
            definition: wording(
                "page.visibility.definition",
                ["truth": evidence.truths[scenario.id].map(percent) ?? "–"]
            ),
            doesNotSay: wording("page.evidence.does-not-say")
        )
    }

    private func cell(_ share: Double?) -> DataTable.Cell {
        guard let share else { return .missing }
        return .number(percent(share))
    }

    private func percent(_ share: Double) -> String {
        wording("page.evidence.percent", ["number": wording.number(share * 100)])
    }
}
