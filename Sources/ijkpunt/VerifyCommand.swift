import ArgumentParser
import Definitions
import Domain
import Foundation
import Store

/// `ijkpunt verify`: every chunk, every digest.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Opens every sealed chunk of a store and holds it against its deliveries.",
        discussion: """
            EXAMPLE
              ijkpunt verify --store winkel.sqlite
            """
    )

    private struct Result: Encodable {
        let segments: Int
        let chunks: Int
        let rows: Int
        let mistakes: [String]
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Flag(help: "Write the result as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let progress = ProgressLine(quiet: common.quiet)
            let found = try store.verify(workers: common.workers) {
                progress.show("\($0) / \($1)")
            }
            progress.finish()
            let mistakes = found.mistakes.map {
                Complaint($0).message(common.spoken, definitions.texts)
            }
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
                let result = Result(
                    segments: found.segments,
                    chunks: found.chunks,
                    rows: found.rows,
                    mistakes: mistakes
                )
                let text = String(decoding: try encoder.encode(result), as: UTF8.self)
                Console.write(.standardOutput, text + "\n")
            } else {
                for mistake in mistakes { Console.write(.standardOutput, mistake + "\n") }
                let key = mistakes.isEmpty ? "cli.verify.sound" : "cli.verify.damaged"
                let text = definitions.texts(
                    key,
                    common.spoken,
                    [
                        "chunks": "\(found.chunks)", "segments": "\(found.segments)",
                        "rows": "\(found.rows)", "mistakes": "\(mistakes.count)",
                    ]
                )
                Console.write(.standardOutput, text + "\n")
            }
            if !mistakes.isEmpty { throw ExitCode(4) }
        }
    }
}
