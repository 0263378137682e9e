import Definitions
import Domain
import Publication
import Simulation

/// A picture for each candidate of a bench, in the grammar of the site's charts.
struct EvidencePictures {
    let words: SimulationWords
    let bench: Bench
    let summary: BenchSummary

    /// The files by name, as `picture-06.svg`; the cohort, which has no row, is `picture-00.svg`.
    var files: [(String, String)] {
        summary.candidates.map { candidate in
            let digits = "\(candidate.row)"
            let number = digits.count < 2 ? "0" + digits : digits
            return ("picture-\(number).svg", picture(candidate.row).svg)
        }
    }

    private func picture(_ row: Int) -> EvidencePicture {
        let settings = bench.definitions.settings
        let shares = bench.definitions.scenarios.compactMap { scenario -> (String, Double)? in
            let result = summary.results.first {
                $0.row == row && $0.scenario == scenario.id && $0.interval == 1
            }
            guard let share = result?.power.last else { return nil }
            return (scenario.title[words.language], share.value)
        }
        return EvidencePicture(
            title: words(
                "cli.simulate.picture",
                [
                    "candidate": name(row), "runs": "\(summary.runs)",
                    "halves": "\(settings.followUp)",
                ]
            ),
            shares: shares,
            nominal: settings.falseAlarms,
            definitions: words.definitions,
            language: words.language
        )
    }

    private func name(_ row: Int) -> String {
        guard let candidate = words.definitions.weighing.candidate(row: row) else {
            return words("page.visibility.cohort")
        }
        return words(
            "page.weighing.numbered",
            ["row": "\(row)", "title": candidate.title[words.language]]
        )
    }
}
