import ArgumentParser
import Definitions
import Foundation
import Publication
import Server

/// `ijkpunt-server`: the public side, a program of its own that cannot see persons.
@main
struct PublicServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ijkpunt-server",
        abstract: "Serves a published database as pages.",
        discussion: """
            The database is opened read-only and opened anew when it is replaced.

            EXAMPLE
              ijkpunt-server --published published.sqlite --port 8080
            """
    )

    @Option(help: "The published database, as written by `ijkpunt publish`.")
    var published: String

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = 8080

    @Option(help: "The most rows of one answer of open data.")
    var pageRows = 10_000

    @Option(help: "The folder with the definitions.")
    var definitions: String?

    @Flag(help: "Say nothing on stderr.")
    var quiet = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): expected a number from 0 to 65535.")
        }
    }

    func run() async throws {
        do {
            let folder = try DefinitionSet.folder(
                explicit: definitions,
                environment: ProcessInfo.processInfo.environment,
                executable: CommandLine.arguments.first ?? "ijkpunt-server"
            )
            let loaded = try DefinitionSet.load(from: folder)
            try await Server.run(
                published: published,
                settings: ServerSettings(host: host, port: port, pageRows: pageRows),
                definitions: loaded,
                whenListening: { address in
                    // Written at once: whoever started this program waits for the line.
                    FileHandle.standardOutput.write(Data((address + "\n").utf8))
                }
            )
        } catch let error as DefinitionError {
            throw fail(error.description, code: 6)
        } catch let error as ServerError {
            throw fail(error.description, code: error.exitCode)
        }
    }

    private func fail(_ message: String, code: Int32) -> ExitCode {
        if !quiet { FileHandle.standardError.write(Data((message + "\n").utf8)) }
        return ExitCode(code)
    }

    /// Parses the arguments, with the exit code of the product for a mistake in them.
    static func main() async {
        do {
            let command = try parse()
            try await command.run()
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure || code.rawValue == 64 else { exit(withError: error) }
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            exit(withError: ExitCode(2))
        }
    }
}

extension ServerError {
    /// The exit code of its family.
    fileprivate var exitCode: Int32 {
        switch self {
        case .portTaken, .cannotListen: 4
        case .database(.notFound), .database(.notADatabase), .database(.otherVersion): 3
        case .database: 4
        }
    }
}
