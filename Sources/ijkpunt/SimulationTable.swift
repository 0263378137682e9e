import Definitions
import Domain
import Simulation
import Statistics

/// The results of a bench as text or JSON.
struct SimulationTable {
    let words: SimulationWords
    let bench: Bench
    let summary: BenchSummary

    /// One block for each scenario, one line for each candidate.
    var text: String {
        let settings = bench.definitions.settings
        var text =
            words(
                "cli.simulate.head",
                [
                    "runs": "\(summary.runs)", "children": "\(settings.children)",
                    "seed": "\(bench.seed)",
                ]
            ) + "\n"
        for (scenario, truth) in zip(bench.definitions.scenarios, summary.truths) {
            text +=
                "\n"
                + words(
                    "cli.simulate.scenario",
                    [
                        "title": scenario.title[words.language],
                        "truth": percent(truth.value),
                    ]
                ) + "\n" + words("cli.simulate.columns") + "\n"
            for candidate in summary.candidates { text += line(candidate, scenario.id) }
        }
        return text
    }

    private func line(_ candidate: BenchSummary.Candidate, _ scenario: String) -> String {
        guard
            let result = summary.results.first(where: {
                $0.row == candidate.row && $0.scenario == scenario && $0.interval == 1
            })
        else { return "" }
        let power = [2, 4, 8].map { half in
            result.power.indices.contains(half - 1) ? percent(result.power[half - 1].value) : "-"
        }
        let longest = summary.longestAdequate(
            row: candidate.row,
            scenario: scenario,
            bench.definitions.settings
        )
        let cells = [
            ("  \(candidate.row)", 7), (percent(result.change.value), 10),
            (percent(result.bias.value), 11), (power[0], 7), (power[1], 7), (power[2], 7),
            (longest.map { "\($0)" } ?? words("cli.simulate.no-interval"), 18),
            (percent(candidate.falseAlarms.first?.value), 12),
            (EvidenceFiles.fixed(candidate.records, 1), 9), (percent(candidate.others), 6),
        ]
        let line = cells.map { WeighingWords.padded($0.0, $0.1) }.joined()
        return line.replacing(/\ +$/, with: "") + "\n"
    }

    private func percent(_ value: Double?) -> String {
        guard let value else { return "-" }
        let tenths = EvidenceFiles.fixed(value * 100, 1)
        return (words.language == .nl ? tenths.replacing(".", with: ",") : tenths) + " %"
    }

    /// Everything, as JSON.
    var json: String {
        func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
        func share(_ share: BenchSummary.Share) -> JSONValue {
            .object([
                "share": .number(share.value), "lower": .number(share.interval.lower),
                "upper": .number(share.interval.upper),
            ])
        }
        var truths: [String: JSONValue] = [:]
        for (scenario, truth) in zip(bench.definitions.scenarios, summary.truths) {
            truths[scenario.id] = .object([
                "change": number(truth.value), "error": number(truth.error),
            ])
        }
        return JSONValue.object([
            "runs": .integer(summary.runs),
            "seed": .integer(Int(bench.seed)),
            "children": .integer(bench.definitions.settings.children),
            "fingerprint": .string(bench.definitions.fingerprint),
            "truths": .object(truths),
            "candidates": .array(
                summary.candidates.map { candidate in
                    .object([
                        "row": .integer(candidate.row),
                        "false-alarms": .array(candidate.falseAlarms.map(share)),
                        "records": .number(candidate.records),
                        "others": number(candidate.others),
                    ])
                }
            ),
            "results": .array(
                summary.results.map { result in
                    .object([
                        "row": .integer(result.row),
                        "scenario": .string(result.scenario),
                        "interval": .integer(result.interval),
                        "power": .array(result.power.map(share)),
                        "change": number(result.change.value),
                        "bias": number(result.bias.value),
                        "bias-error": number(result.bias.error),
                    ])
                }
            ),
        ]).text + "\n"
    }
}
