import ArgumentParser
import Definitions
import Foundation

/// `ijkpunt serve`: the public side, by the program beside this one.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves a published database as pages.",
        discussion: """
            Runs ijkpunt-server, which links nothing of the person side, and hands every setting on
            to it as it was given; `ijkpunt-server --help` says what each is when it is not given.

            EXAMPLE
              ijkpunt serve --published gepubliceerd.sqlite --port 8080
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var settings: PublicServerOptions

    func run() throws {
        try common.reporting { _ in
            let code = try PublicServer(common: common).run(settings.given)
            if code != 0 { throw ExitCode(code) }
        }
    }
}

/// The settings of the server, by the names under which it takes them.
struct PublicServerOptions: ParsableArguments {
    @Option(help: "A file with settings, one `name = value` to a line.")
    var config: String?

    @Option(help: "The published database.")
    var published: String?

    @Option(help: "The address to listen on.")
    var host: String?

    @Option(help: "The port to listen on; 0 for any free one.")
    var port: String?

    @Option(help: "The address under which clients know the server, as https://data.example.")
    var publicAddress: String?

    @Option(help: "The most rows of one answer of open data.")
    var pageRows: String?

    @Option(help: "The most bytes of answers that are kept.")
    var cacheBytes: String?

    @Option(help: "Seconds for the head of a request to come in.")
    var headSeconds: String?

    @Option(help: "Seconds for an answer to be taken in.")
    var answerSeconds: String?

    @Option(help: "The most bytes of the head of a request.")
    var headBytes: String?

    @Option(help: "Whether to log each request to stderr, without what was asked: yes or no.")
    var logRequests: String?

    /// What was given, as arguments of the server; what was not given stays with the environment,
    /// the file and the server itself.
    var given: [String] {
        let settings: [(String, String?)] = [
            ("config", config), ("published", published), ("host", host), ("port", port),
            ("public-address", publicAddress), ("page-rows", pageRows),
            ("cache-bytes", cacheBytes), ("head-seconds", headSeconds),
            ("answer-seconds", answerSeconds), ("head-bytes", headBytes),
            ("log-requests", logRequests),
        ]
        return settings.flatMap { name, value in value.map { ["--" + name, $0] } ?? [] }
    }
}

/// The server program, as a child of this one.
struct PublicServer {
    let common: RunOptions

    /// Runs the server with arguments until it ends; gives its exit code.
    func run(_ arguments: [String]) throws -> Int32 {
        let program = URL(filePath: Program.path).deletingLastPathComponent()
            .appending(path: "ijkpunt-server")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Complaint.InputError.serverMissing(path: program.path)
        }
        let process = Process()
        process.executableURL = program
        process.arguments =
            arguments + (common.definitions.map { ["--definitions", $0] } ?? [])
            + (common.quiet ? ["--quiet"] : [])
        let stop = StopSignals { process.terminate() }
        defer { withExtendedLifetime(stop) {} }
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 0
    }
}

/// Hands a request to stop on to a child.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: stop)
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
