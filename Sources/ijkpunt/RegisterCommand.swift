import ArgumentParser
import Definitions
import Domain
import Foundation
import Privacy

/// `ijkpunt register`: the processing register.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Writes the processing register (AVG, article 30).",
        discussion: """
            Its content is a record: privacy/register.yaml beside the definitions. Templates of
            agreements and letters lie in templates.

            EXAMPLE
              ijkpunt register --out register
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The folder to write.")
    var out: String

    func run() throws {
        try common.reporting { definitions in
            let document = RegisterDocument(definitions: definitions, language: common.spoken)
                .document()
            try DocumentFiles.write(document, name: "register", to: out)
            common.say(definitions.texts("cli.written", common.spoken, ["path": out]))
        }
    }
}
