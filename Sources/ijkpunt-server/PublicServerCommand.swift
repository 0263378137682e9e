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
        abstract: "Serves a published database as pages and as open data.",
        discussion: """
            The database is opened read-only and opened anew when it is replaced. Each setting is
            taken from the command line, else from the environment (IJKPUNT_SERVER_PORT for
            --port), else from the file given with --config, which has lines as `port = 8080`.

            EXAMPLE
              ijkpunt-server --published published.sqlite --port 8080
            """
    )

    @Option(help: "A file with settings, one `name = value` to a line.")
    var config: String?

    @Option(help: "The published database, as written by `ijkpunt publish`.")
    var published: String?

    @Option(help: "The address to listen on; 127.0.0.1 when not given.")
    var host: String?

    @Option(help: "The port to listen on, 0 for any free one; 8080 when not given.")
    var port: String?

    @Option(help: "The address under which clients know the server, as https://data.example.")
    var publicAddress: String?

    @Option(help: "The most rows of one answer of open data; 10000 when not given.")
    var pageRows: String?

    @Option(
        help:
            "The most bytes of answers that are kept, pages and open data together; 67108864 when not given."
    )
    var cacheBytes: String?

    @Option(help: "Seconds for the head of a request to come in; 10 when not given.")
    var headSeconds: String?

    @Option(help: "Seconds for an answer to be taken in; 120 when not given.")
    var answerSeconds: String?

    @Option(help: "The most bytes of the head of a request; 81920 when not given.")
    var headBytes: String?

    @Option(help: "Whether to log each request to stderr, without what was asked: yes or no.")
    var logRequests: String?

    @Option(help: "The folder with the definitions.")
    var definitions: String?

    @Flag(help: "Say nothing on stderr.")
    var quiet = false

    func run() async throws {
        do {
            let values = try settings()
            guard let published = values["published"] else {
                throw fail("--published: expected the path of a published database.", code: 2)
            }
            let settings = try ServerSettings(values)
            let folder = try DefinitionSet.folder(
                explicit: values["definitions"],
                environment: ProcessInfo.processInfo.environment,
                executable: CommandLine.arguments.first ?? "ijkpunt-server"
            )
            let loaded = try DefinitionSet.load(from: folder)
            try await Server.run(
                published: published,
                settings: settings,
                definitions: loaded,
                whenListening: { address in
                    // Written at once: whoever started this program waits for the line.
                    FileHandle.standardOutput.write(Data((address + "\n").utf8))
                }
            )
        } catch let error as SettingError {
            throw fail(error.description, code: 2)
        } catch let error as DefinitionError {
            throw fail(error.description, code: 6)
        } catch let error as ServerError {
            throw fail(error.description, code: error.exitCode)
        }
    }

    private func settings() throws -> [String: String] {
        let given: [(String, String?)] = [
            ("answer-seconds", answerSeconds), ("cache-bytes", cacheBytes),
            ("definitions", definitions), ("head-bytes", headBytes),
            ("head-seconds", headSeconds), ("host", host), ("log-requests", logRequests),
            ("page-rows", pageRows), ("port", port), ("public-address", publicAddress),
            ("published", published),
        ]
        var file: String?
        if let config {
            guard let text = try? String(contentsOfFile: config, encoding: .utf8) else {
                throw fail("--config \(config): expected a file that can be read.", code: 2)
            }
            file = text
        }
        return try ServerSettings.gathered(
            arguments: given.reduce(into: [:]) { $0[$1.0] = $1.1 },
            environment: ProcessInfo.processInfo.environment,
            file: file
        )
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
