import ArgumentParser
import Definitions
import Domain

/// `ijkpunt weigh show`: the table, or one candidate in full.
struct WeighShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the framework as a table, or candidates in full.",
        discussion: """
            Rows go by number, what the report named without scoring goes by id.

            EXAMPLES
              ijkpunt weigh show
              ijkpunt weigh show 10 reference-index
              ijkpunt weigh show --legend
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "Rows or ids; the whole table when none is named.")
    var candidates: [String] = []

    @Option(name: .customLong("framework-version"), help: "The version; the newest by default.")
    var version: Int?

    @Flag(help: "Show what to ask before scoring.")
    var legend = false

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let words = WeighingWords(definitions: definitions, language: common.spoken)
            let newest = words.framework.versions.count
            let version = version ?? newest
            guard (1...newest).contains(version) else {
                throw ValidationError(
                    "--framework-version \(version): expected a version from 1 to \(newest)."
                )
            }
            let chosen = try words.candidates(candidates)
            let text: String
            if json {
                text = WeighingDescription(words: words, version: version).json(chosen) + "\n"
            } else if legend {
                text = legendLines(words)
            } else if candidates.isEmpty {
                text = table(words, version)
            } else {
                text = chosen.map { whole($0, words, version) }.joined(separator: "\n")
            }
            Console.write(.standardOutput, text)
        }
    }

    private func legendLines(_ words: WeighingWords) -> String {
        words.framework.criteria.map { criterion in
            words(
                "cli.weigh.legend",
                [
                    "criterion": criterion.title[words.language],
                    "legend": criterion.legend[words.language],
                ]
            ) + "\n"
        }.joined()
    }

    private func table(_ words: WeighingWords, _ version: Int) -> String {
        let framework = words.framework
        let edition = framework.versions[version - 1]
        var text =
            words(
                "cli.weigh.version",
                [
                    "version": "\(version)", "published": edition.published,
                    "source": edition.source[words.language],
                    "scorer": edition.scorer[words.language],
                ]
            ) + "\n\n" + words("cli.weigh.columns") + "\n"
        let widths = [9, 11, 10, 8, 10]
        var same = 0
        for row in edition.rows {
            let rule = framework.rule(row.scores)
            let differs = WeighingAdvice(rule) != row.advice
            if !differs { same += 1 }
            let title = framework.candidate(row: row.number)?.title[words.language] ?? ""
            let number = "\(row.number)"
            text += String(repeating: " ", count: 4 - number.count) + number + "  "
            for (score, width) in zip(row.scores, widths) {
                text += WeighingWords.padded(score.sign, width)
            }
            text += WeighingWords.padded(words.advice(row.advice), 17)
            text += WeighingWords.padded(rule.sign, 7) + title
            if differs { text += " (\(words("cli.weigh.differs")))" }
            text += "\n"
        }
        text += "\n" + framework.ruleText[words.language] + "\n"
        text += words("cli.weigh.rule-count", ["same": "\(same)", "all": "\(edition.rows.count)"])
        text += "\n\n" + words("cli.weigh.unscored") + "\n"
        for candidate in framework.candidates where candidate.row == nil {
            text += "  " + WeighingWords.padded(candidate.id, 24)
            text += candidate.title[words.language] + "\n"
        }
        return text
    }

    private func whole(
        _ candidate: WeighingCandidate,
        _ words: WeighingWords,
        _ version: Int
    ) -> String {
        let language = words.language
        let number = candidate.row.map { "\($0). " } ?? ""
        var lines = [number + candidate.title[language]]
        lines.append(words("cli.weigh.aspect", ["aspect": candidate.aspect[language]]))
        if let row = words.row(candidate, version: version) {
            for (criterion, score) in zip(words.framework.criteria, row.scores) {
                lines.append(
                    words(
                        "cli.weigh.score",
                        ["criterion": criterion.title[language], "score": score.sign]
                    )
                )
            }
            lines.append(
                words(
                    "cli.weigh.advice",
                    [
                        "advice": words.advice(row.advice),
                        "rule": words.framework.rule(row.scores).sign,
                    ]
                )
            )
        } else {
            lines.append(words("cli.weigh.no-advice"))
        }
        if let difference = candidate.difference {
            lines.append(words("cli.weigh.difference", ["reason": difference[language]]))
        }
        if let remarks = candidate.remarks {
            lines.append(words("cli.weigh.remarks", ["remarks": remarks[language]]))
        }
        lines.append(words("cli.weigh.shows", ["shows": candidate.shows[language]]))
        lines.append(
            words(
                "cli.weigh.verdict",
                [
                    "verdict": words("weighing.verdict.\(candidate.verdict.rawValue)"),
                    "reason": candidate.reason[language],
                ]
            )
        )
        for (key, ids) in [
            ("indicators", words.indicators(candidate.row)), ("series", candidate.series),
            ("study-items", candidate.studyItems),
        ] where !ids.isEmpty {
            lines.append(words("cli.weigh.\(key)", ["ids": ids.joined(separator: ", ")]))
        }
        lines.append(words("cli.weigh.reference", ["reference": candidate.reference]))
        return lines.joined(separator: "\n") + "\n"
    }
}
