import ArgumentParser
import Definitions
import Domain
import Foundation

/// `ijkpunt indicators diff`: what two sets of definitions say differently.
struct IndicatorsDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two folders of definitions: which figures change?",
        discussion: """
            With one folder it is compared with the definitions in use. Exit code 1 when figures
            change and the version of the definition was not raised.

            EXAMPLE
              ijkpunt indicators diff Definitions-2026 Definitions
            """
    )

    private struct Line: Encodable {
        let indicator: String
        let change: String
        var part: String?
        var old: String?
        var new: String?
        var measures: [String]?
    }

    @OptionGroup var common: RunOptions

    @Argument(help: "The older folder of definitions.")
    var old: String

    @Argument(help: "The newer one; the definitions in use when it is left out.")
    var new: String?

    @Flag(help: "Write the differences as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let before = try DefinitionSet.load(from: URL(filePath: old))
            let after = try new.map { try DefinitionSet.load(from: URL(filePath: $0)) }
            let found = IndicatorDifference.between(before, after ?? definitions)
            if json {
                try IndicatorsCommand.write(found.map(line))
            } else {
                for difference in found {
                    Console.write(.standardOutput, sentence(difference, definitions) + "\n")
                }
                if found.isEmpty {
                    common.say(definitions.texts("cli.indicators.same", common.spoken))
                }
            }
            let isSilent = found.contains {
                if case .versionNotRaised = $0.change { true } else { false }
            }
            guard !isSilent else { throw ExitCode(1) }
        }
    }

    private func line(_ difference: IndicatorDifference) -> Line {
        let id = difference.indicator
        switch difference.change {
        case .added: return Line(indicator: id, change: "added")
        case .removed: return Line(indicator: id, change: "removed")
        case .wording(let part): return Line(indicator: id, change: "wording", part: part)
        case .versionNotRaised(let version):
            return Line(indicator: id, change: "version-not-raised", old: String(version))
        case .figures(let part, let old, let new, let measures):
            return Line(
                indicator: id,
                change: "figures",
                part: part,
                old: old,
                new: new,
                measures: measures
            )
        }
    }

    private func sentence(
        _ difference: IndicatorDifference,
        _ definitions: DefinitionSet
    ) -> String {
        var values = ["id": difference.indicator]
        let key: String
        switch difference.change {
        case .added: key = "added"
        case .removed: key = "removed"
        case .wording(let part):
            key = "wording"
            values["part"] = part
        case .versionNotRaised(let version):
            key = "version"
            values["version"] = String(version)
        case .figures(let part, let old, let new, let measures):
            key = "figures"
            values["part"] = part
            values["old"] = old
            values["new"] = new
            values["measures"] = measures.joined(separator: ", ")
        }
        return definitions.texts("cli.indicators.\(key)", common.spoken, values)
    }
}
