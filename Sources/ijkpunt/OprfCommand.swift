import ArgumentParser
import Definitions
import Foundation
import Keys

/// `ijkpunt oprf`: the oblivious pseudonym service.
struct OprfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oprf",
        abstract: "The pseudonym service that sees neither number nor pseudonym (RFC 9497).",
        discussion: """
            Runs at a third party. Its key is made with key new. Holders reach it through a command
            (ssh, for instance), and check every answer against the public key.

            EXAMPLE
              ijkpunt oprf public --key dienst.key
            """,
        subcommands: [OprfServeCommand.self, OprfPublicCommand.self]
    )
}

/// `ijkpunt oprf serve`: answers on stdin and stdout.
struct OprfServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answers blinded numbers, one a line, from stdin to stdout.",
        discussion: """
            How often a holder may ask is for the service to limit: whoever may ask without limit
            can ask for every number.

            EXAMPLE
              ijkpunt oprf serve --key dienst.key --limit 100000
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The key of the service: a file, env:NAME or fd:3.")
    var key: String

    @Option(help: "How many numbers are answered at the most before it ends.")
    var limit = 1_000_000

    func run() throws {
        try common.reporting { _ in
            let service = try ObliviousService(KeyFile.read(KeyPlace(key)))
            var answered = 0
            while let line = readLine(), answered < limit {
                guard let blinded = Data(base64Encoded: line) else {
                    throw ObliviousError.malformed
                }
                for answer in try service.evaluate([blinded]) {
                    Console.write(.standardOutput, answer.base64EncodedString() + "\n")
                }
                answered += 1
            }
        }
    }
}

/// `ijkpunt oprf public`: the key by which holders know the service.
struct OprfPublicCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "public",
        abstract: "Prints the public key of the service.",
        discussion: """
            EXAMPLE
              ijkpunt oprf public --key dienst.key
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The key of the service: a file, env:NAME or fd:3.")
    var key: String

    func run() throws {
        try common.reporting { _ in
            let service = try ObliviousService(KeyFile.read(KeyPlace(key)))
            Console.write(.standardOutput, Hexadecimal.text(try service.publicKey()) + "\n")
        }
    }
}
