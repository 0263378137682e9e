import ArgumentParser
import Definitions
import Foundation

/// `ijkpunt serve`: the public side, by the program beside this one.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves a published database as pages.",
        discussion: """
            Runs ijkpunt-server, which links nothing of the person side.

            EXAMPLE
              ijkpunt serve --published gepubliceerd.sqlite --port 8080
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The published database.")
    var published: String

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = 8080

    func run() throws {
        try common.reporting { _ in
            let code = try PublicServer(common: common).run(
                published: published,
                host: host,
                port: port
            )
            if code != 0 { throw ExitCode(code) }
        }
    }
}

/// The server program, as a child of this one.
struct PublicServer {
    let common: RunOptions

    /// Runs the server until it ends; gives its exit code.
    func run(published: String, host: String, port: Int) throws -> Int32 {
        let program = URL(filePath: Program.path).deletingLastPathComponent()
            .appending(path: "ijkpunt-server")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Complaint.InputError.serverMissing(path: program.path)
        }
        let process = Process()
        process.executableURL = program
        process.arguments =
            ["--published", published, "--host", host, "--port", String(port)]
            + (common.definitions.map { ["--definitions", $0] } ?? [])
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
