import ArgumentParser
import Definitions
import Domain
import Foundation
import Intake

/// `ijkpunt explain`: answers a query, so that it is not asked again.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Answers a query on a delivery; check and receive show the answer.",
        discussion: """
            The answer is added to a table that holder and receiver can both read. It explains a
            delivery and names nobody.

            EXAMPLE
              ijkpunt explain --explanations toelichting.csv --source jeugdhulp \
            --holder 00100003 --period 2019H1 --rule INT-701 --text "fusie" --by "A. Beheerder"
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The table of explanations; made when it is not there.")
    var explanations: String

    @Option(help: "The source.")
    var source: String

    @Option(help: "The source holder.")
    var holder: String

    @Option(help: "The half-year.")
    var period: String

    @Option(help: "The last half-year the answer holds for, when it is more than one.")
    var until: String?

    @Option(help: "The rule, as INT-701.")
    var rule: String

    @Option(help: "The answer.")
    var text: String

    @Option(help: "Who answers.")
    var by: String

    @Option(
        name: .customLong("day"),
        help: "The day of the answer, as 2026-11-23; today when it is left out."
    )
    var given: String?

    func run() throws {
        let answered = try day(given, option: "--day") ?? today()
        try common.reporting { definitions in
            try check(definitions)
            guard let period = ReportingPeriod(period) else {
                throw ValidationError("--period \(period): expected a half-year as 2019H1.")
            }
            let entry = Explanation(
                source: source,
                holder: holder,
                period: period,
                until: until.flatMap { ReportingPeriod($0) },
                rule: rule,
                text: text,
                by: by,
                day: answered.description
            )
            var lines = ""
            if let old = FileManager.default.contents(atPath: explanations) {
                lines = String(decoding: old, as: UTF8.self)
                _ = try ExplanationFile.book(explanations)
            } else {
                lines = ExplanationBook.header + "\n"
            }
            lines += ExplanationBook.line(entry)
            try Data(lines.utf8).write(to: URL(filePath: explanations), options: .atomic)
            common.say(
                definitions.texts(
                    "cli.explain.done",
                    common.spoken,
                    ["rule": rule, "path": explanations]
                )
            )
        }
    }

    private func check(_ definitions: DefinitionSet) throws {
        guard definitions.sources[source] != nil else {
            let known = definitions.sources.keys.sorted().joined(separator: ", ")
            throw ValidationError("--source \(source): expected one of \(known).")
        }
        let isQuery = RuleCatalogue.entries(definitions).contains {
            $0.code == rule && $0.severity == .query
        }
        guard isQuery else {
            throw ValidationError("--rule \(rule): expected the code of a query.")
        }
        if let until, ReportingPeriod(until) == nil {
            throw ValidationError("--until \(until): expected a half-year as 2019H1.")
        }
        switch ExplanationBook.refusal(of: text) {
        case "digits":
            throw ValidationError(
                "--text: expected an explanation of the delivery, without numbers of people."
            )
        case .some: throw ValidationError("--text: expected an explanation.")
        case nil: break
        }
    }
}

/// The table of explanations as a file.
enum ExplanationFile {
    /// Reads the table.
    static func book(_ path: String) throws -> ExplanationBook {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint.InputError.table(path: path)
        }
        do throws(ExplanationError) {
            return try ExplanationBook(csv: String(decoding: data, as: UTF8.self))
        } catch {
            throw ValidationError(
                "--explanations \(path), line \(error.line): expected \(error.expected)."
            )
        }
    }
}
