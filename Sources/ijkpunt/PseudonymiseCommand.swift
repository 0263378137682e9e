import ArgumentParser
import Definitions
import Domain
import Foundation
import Intake
import Keys
import Pipeline

/// `ijkpunt pseudonymise`: the holder's step.
struct PseudonymiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonymise",
        abstract: "Turns deliveries with numbers into deliveries with sender pseudonyms.",
        discussion: """
            Runs at the holder. What is written holds no citizen service number; protocol columns
            stay as they are, other columns are left out. The receiving side takes the result with
            receive and turns it into its own pseudonyms with another key.

            The sender key of a source is shared by all its holders, so it is no secret between
            them. With --service no holder has a key: a third party computes blindly, and sees
            neither number nor pseudonym.

            EXAMPLES
              ijkpunt key new zender.key
              ijkpunt pseudonymise jeugdhulp/*.csv --out uit --sender-key zender.key
              ijkpunt pseudonymise jeugdhulp/*.csv --out uit --service-key 02ab… \\
                --service "ssh dienst ijkpunt oprf serve --key dienst.key"
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The files, or @LIST.")
    var files: [String]

    @Option(help: "The folder to write; each file goes into the folder of its source.")
    var out: String

    @Option(help: "The sender key: a file, env:NAME or fd:3.")
    var senderKey: String?

    @Option(help: "The command that speaks with the oblivious service, instead of a key.")
    var service: String?

    @Option(help: "The public key of that service.")
    var serviceKey: String?

    @Option(help: "The source, when the folder's name does not say it.")
    var source: String?

    @Flag(help: "Write the outcomes as JSON, one a line.")
    var json = false

    private struct Line: Encodable {
        let file: String
        let outcome: String
        let output: String?
        let mark: String
        let rows: Int
        let persons: Int
        let findings: [String: Int]
    }

    func validate() throws {
        guard (senderKey == nil) != (service == nil) else {
            throw ValidationError("Expected one of --sender-key and --service.")
        }
        guard service == nil || serviceKey != nil else {
            throw ValidationError("--service: expected --service-key with it.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let maker: PseudonymiseStage.Maker
            if let senderKey {
                maker = .key(try SenderKey(at: KeyPlace(senderKey)))
            } else {
                let conversation = try ObliviousConversation(command: service ?? "")
                guard let bytes = Hexadecimal.bytes((serviceKey ?? "").utf8) else {
                    throw ObliviousError.otherKey
                }
                maker = .service(publicKey: Data(bytes), ask: conversation.ask)
            }
            let stage = PseudonymiseStage(
                definitions: definitions,
                maker: maker,
                workers: common.workers
            )
            var refused = 0
            for path in try files.flatMap({ try FileList.paths($0) }) {
                guard let found = SourceOfPath.find(path, named: source, in: definitions) else {
                    refused += 1
                    try write(
                        PseudonymiseStage.Outcome(
                            file: ReadFile(unknownSource: path),
                            path: nil,
                            mark: "",
                            persons: 0
                        ),
                        definitions
                    )
                    continue
                }
                let outcome = try stage.run(path, source: found, to: out)
                if outcome.path == nil { refused += 1 }
                try write(outcome, definitions)
            }
            if refused > 0 { throw ExitCode(1) }
        }
    }

    private func write(_ outcome: PseudonymiseStage.Outcome, _ definitions: DefinitionSet) throws {
        let state =
            outcome.path != nil
            ? "turned" : outcome.file.senderMark == nil ? "refused" : "turned-already"
        if json {
            let line = Line(
                file: outcome.file.path,
                outcome: state,
                output: outcome.path,
                mark: outcome.mark,
                rows: outcome.file.rowCount,
                persons: outcome.persons,
                findings: outcome.file.findingCounts
            )
            Console.write(.standardOutput, try JSONLine.text(line))
            return
        }
        var text =
            definitions.texts(
                "cli.pseudonymise.\(state)",
                common.spoken,
                [
                    "file": outcome.file.path, "output": outcome.path ?? "",
                    "rows": "\(outcome.file.rowCount)", "persons": "\(outcome.persons)",
                    "mark": outcome.mark,
                ]
            ) + "\n"
        let wording = FindingWording(definitions: definitions, language: common.spoken)
        let name = URL(filePath: outcome.file.path).lastPathComponent
        for finding in outcome.file.findings where finding.severity == .file {
            text += "    \(wording.message(finding, file: name))\n"
        }
        Console.write(.standardOutput, text)
    }
}

/// One value as a line of JSON with sorted names.
enum JSONLine {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
