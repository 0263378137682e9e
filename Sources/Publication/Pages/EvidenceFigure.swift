import Definitions
import Domain

/// *Bewijs*: what the visibility bench found for a row, as a picture and a table.
struct EvidenceFigure {
    let row: Int
    let context: PageContext

    private var wording: Wording { context.wording }
    private var simulation: SimulationDefinitions { context.definitions.simulation }
    private var evidence: SimulationEvidence { context.definitions.evidence }

    /// The figure; `nil` when the bench did not look at the row.
    func figure() throws -> Figure? {
        guard let candidate = evidence.candidate(row: row) else { return nil }
        let found = simulation.scenarios.compactMap { scenario in
            result(scenario, interval: 1).map { (scenario, $0) }
        }
        guard !found.isEmpty else { return nil }
        let chart = EvidenceChart(
            rows: found.map { scenario, result in
                EvidenceChart.Row(
                    label: wording(scenario.title),
                    share: result.power.last ?? 0
                )
            },
            nominal: simulation.settings.falseAlarms,
            summary: summary(found)
        )
        return Figure(
            title: wording("page.evidence.title"),
            unit: wording(
                "page.evidence.unit",
                ["halves": String(simulation.settings.followUp)]
            ),
            chart: chart.drawn(wording),
            tones: [.estimated],
            margin: try margin(candidate),
            table: table(found, candidate)
        )
    }

    private func result(
        _ scenario: SimulationDefinitions.Scenario,
        interval: Int
    ) -> SimulationEvidence.Result? {
        evidence.results(row: row).first {
            $0.scenario == scenario.id && $0.interval == interval
        }
    }

    private func summary(
        _ found: [(SimulationDefinitions.Scenario, SimulationEvidence.Result)]
    ) -> String {
        found.map { scenario, result in
            wording(
                "page.evidence.spoken",
                [
                    "scenario": wording(scenario.title),
                    "percent": percent(result.power.last ?? 0),
                ]
            )
        }.joined(separator: " ")
    }

    private func margin(_ candidate: SimulationEvidence.Candidate) throws -> MarginNote {
        let settings = simulation.settings
        let isCurrent = evidence.fingerprint == simulation.fingerprint
        return try MarginNote(
            figure: "evidence-\(row)",
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
                "page.evidence.definition",
                [
                    "basis": simulation.measurements.first { $0.row == row }?.basis ?? "",
                    "records": wording.number(candidate.records),
                    "others": candidate.others.map(percent) ?? wording("page.evidence.none"),
                    "alarms": percent(candidate.falseAlarms.first ?? 0),
                ]
            ),
            doesNotSay: wording("page.evidence.does-not-say")
        )
    }

    private func table(
        _ found: [(SimulationDefinitions.Scenario, SimulationEvidence.Result)],
        _ candidate: SimulationEvidence.Candidate
    ) -> DataTable {
        DataTable(
            caption: wording("page.evidence.caption"),
            columns: ["scenario", "two", "four", "eight", "longest", "seen", "true", "bias"].map {
                wording("page.evidence.column.\($0)")
            },
            rows: found.map { scenario, result in
                let power = [2, 4, 8].map { half -> DataTable.Cell in
                    result.power.indices.contains(half - 1)
                        ? .number(percent(result.power[half - 1])) : .missing
                }
                return DataTable.Row(
                    heading: wording(scenario.title),
                    cells: power + [
                        .text(longest(scenario)), cell(result.change),
                        cell(evidence.truths[scenario.id]), cell(result.bias),
                    ]
                )
            }
        )
    }

    /// The longest interval of which the power is adequate, in words.
    private func longest(_ scenario: SimulationDefinitions.Scenario) -> String {
        let adequate = context.definitions.longestAdequate(row: row, scenario: scenario.id)
        return wording("page.evidence.interval.\(adequate ?? 0)")
    }

    private func cell(_ share: Double?) -> DataTable.Cell {
        guard let share else { return .missing }
        return .number(percent(share))
    }

    private func percent(_ share: Double) -> String {
        wording("page.evidence.percent", ["number": wording.number(share * 100)])
    }
}
