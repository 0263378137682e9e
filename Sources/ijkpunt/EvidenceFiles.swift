import Definitions
import Simulation

/// The results of a bench as the records of the definitions.
struct EvidenceFiles {
    let bench: Bench
    let summary: BenchSummary

    /// The files by name.
    var files: [(String, String)] {
        [
            ("evidence.yaml", head), ("evidence.csv", results),
            ("evidence-candidates.csv", candidates),
        ]
    }

    private var head: String {
        var text = """
            # Written by `ijkpunt simulate`; not to be changed by hand.
            runs: \(summary.runs)
            seed: \(bench.seed)
            fingerprint: "\(bench.definitions.fingerprint)"
            truths:

            """
        for (scenario, truth) in zip(bench.definitions.scenarios, summary.truths) {
            text += "  \(scenario.id): \"\(EvidenceFiles.fixed(truth.value ?? 0, 4))\"\n"
        }
        return text
    }

    private var results: String {
        var text = "row,scenario,interval,power,change,bias,bias_error\n"
        for result in summary.results {
            let power = result.power.map { EvidenceFiles.fixed($0.value, 3) }
            let numbers = [result.change.value, result.bias.value, result.bias.error].map {
                $0.map { EvidenceFiles.fixed($0, 4) } ?? ""
            }
            text += "\(result.row),\(result.scenario),\(result.interval),"
            text += power.joined(separator: ";") + "," + numbers.joined(separator: ",") + "\n"
        }
        return text
    }

    private var candidates: String {
        var text = "row,false_alarms,records,others\n"
        for candidate in summary.candidates {
            let alarms = candidate.falseAlarms.map { EvidenceFiles.fixed($0.value, 3) }
            text += "\(candidate.row),\(alarms.joined(separator: ";")),"
            text += EvidenceFiles.fixed(candidate.records, 1) + ","
            text += (candidate.others.map { EvidenceFiles.fixed($0, 3) } ?? "") + "\n"
        }
        return text
    }

    /// A number with so many decimals and a point, the same on every machine.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let whole = Int((value * Double(scale)).rounded())
        let digits = "\(whole.magnitude % scale.magnitude)"
        let fraction = String(repeating: "0", count: decimals - digits.count) + digits
        return "\(whole < 0 ? "-" : "")\(whole.magnitude / scale.magnitude).\(fraction)"
    }
}
