import ArgumentParser
import Definitions
import Domain

/// `ijkpunt weigh`: the weighing framework.
struct WeighCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh",
        abstract: "What could be measured, how it was weighed, and how sure the advice is.",
        discussion: """
            EXAMPLES
              ijkpunt weigh show
              ijkpunt weigh show 7 --language en
              ijkpunt weigh sensitivity --json
              ijkpunt weigh score bladen/*.csv
            """,
        subcommands: [
            WeighShowCommand.self, WeighScoreCommand.self, WeighSensitivityCommand.self,
            WeighQualityCommand.self,
        ],
        defaultSubcommand: WeighShowCommand.self
    )
}

/// The framework in words, as commands say it.
struct WeighingWords {
    let definitions: DefinitionSet
    let language: Language

    var framework: WeighingFramework { definitions.weighing }

    /// A text of the catalogue.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts(key, language, values)
    }

    /// The candidates of some rows or ids; all when none is named.
    func candidates(_ names: [String]) throws -> [WeighingCandidate] {
        guard !names.isEmpty else { return framework.candidates }
        return try names.map { name in
            guard let found = framework.candidate(named: name) else {
                throw Complaint.RecordError.candidate(name: name, rows: framework.rows.count)
            }
            return found
        }
    }

    /// The row of a candidate in a version.
    func row(_ candidate: WeighingCandidate, version: Int) -> WeighingRow? {
        guard let number = candidate.row else { return nil }
        return framework.versions[version - 1].rows.first { $0.number == number }
    }

    /// The published advice in the language; the source's own Dutch words are in the record.
    func advice(_ advice: WeighingAdvice) -> String {
        self("weighing.advice.\(advice.rawValue)")
    }

    /// The indicators that stand in a row, by id.
    func indicators(_ row: Int?) -> [String] {
        guard let row else { return [] }
        return definitions.indicators.values.filter { $0.weighingRow == row }.map(\.id).sorted()
    }

    /// A text padded to a width.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
